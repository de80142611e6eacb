using ValetKey.EndToEnd.Browsing;
using ValetKey.EndToEnd.Pressing;
using ValetKey.EndToEnd.Processes;
using ValetKey.OAuth;

namespace ValetKey.EndToEnd;

/// <summary>The page of what was allowed, in a real Chromium, on a server of its own: what is revoked here is missing elsewhere.</summary>
public sealed class AccountInTheBrowser(Browser browser)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shows_what_was_allowed_and_takes_it_back()
    {
        await using var server = await RunningServer.StartAsync(workspace: null, Stop);
        await AllowAsync(server.Origin, "anonymous", "anonymous", "Holiday photo printer");
        var token = await AllowAsync(server.Origin, Demo.ConsumerKey, Demo.ConsumerSecret, name: null);
        foreach (var look in new[] { Look.Light, Look.Dark, Look.Phone })
        {
            await using var window = await OpenAsync(server.Origin, look);
            await window.IsInOrderAsync();
            await window.KeepPictureAsync("account");
            Assert.Equal(3, await window.Page.Locator("button[name=revoke]").CountAsync());
        }

        await using (var window = await OpenAsync(server.Origin, Look.Light))
        {
            await window.Page.GetByLabel("Revoke access of \u2068Demo batch job\u2069").ClickAsync();
            await window.Page.GetByText("Access was revoked.").WaitForAsync();
            await window.IsInOrderAsync();
            await window.KeepPictureAsync("account-revoked");
            Assert.Equal(2, await window.Page.Locator("button[name=revoke]").CountAsync());
            await window.Page.ReloadAsync();
            Assert.Equal(2, await window.Page.Locator("button[name=revoke]").CountAsync());
            await window.Page.ClickAsync("[name=signOut]");
            await window.Page.WaitForSelectorAsync("[name=Passwd]");
            window.HasReachedOnly(server.Origin);
        }

        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Origin, "/accounts/AuthSubTokenInfo"));
        using var answer = await http.SendAsync(await Dance.BatchJob.With(token).AuthorizeAsync(request, Stop), Stop);
        Assert.Contains("token_revoked", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Look.Names), MemberType = typeof(Look))]
    public async Task Warns_of_an_application_that_nobody_registered(string look)
    {
        await using var server = await RunningServer.StartAsync(workspace: null, Stop);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var flow = new OAuth1Flow(new OAuth1Consumer("anonymous", "anonymous"), OAuth1Endpoints.At(server.Origin), http);
        var requested = await flow.RequestTokenAsync([Demo.CalendarScope], "oob", displayName: "Holiday photo printer", stop: Stop);
        await using var window = await browser.OpenAsync(Look.Called(look));
        await window.GoAsync(flow.AuthorizeUrl(requested).AbsoluteUri);
        await SignInAsync(window, "button[name=decision]");
        await window.IsInOrderAsync();
        await window.KeepPictureAsync("consent-unregistered");
        Assert.Contains("Holiday photo printer", await window.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
        Assert.Contains("Nobody has registered this application", await window.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_without_scripts_and_says_when_there_is_nothing()
    {
        await using var server = await RunningServer.StartAsync(workspace: null, Stop);
        await using var window = await browser.OpenAsync(Look.Phone, scripts: false);
        await window.GoAsync(new Uri(server.Origin, "/accounts/IssuedAuthSubTokens").AbsoluteUri);
        await SignInAsync(window, "button[name=revoke]");
        await window.Page.ClickAsync("button[name=revoke]");
        await window.Page.GetByText("No application has access.").WaitForAsync();
    }

    private async Task<Window> OpenAsync(Uri origin, Look look)
    {
        var window = await browser.OpenAsync(look);
        await window.GoAsync(new Uri(origin, "/accounts/").AbsoluteUri);
        await SignInAsync(window, "button[name=revoke]");
        return window;
    }

    private static async Task SignInAsync(Window window, string until)
    {
        await window.Page.FillAsync("[name=Email]", Demo.LizEmail);
        await window.Page.FillAsync("[name=Passwd]", Demo.LizPassword);
        await window.Page.ClickAsync("[name=signIn]");
        await window.Page.WaitForSelectorAsync(until);
    }

    private static async Task<OAuth1Token> AllowAsync(Uri origin, string key, string secret, string? name)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var flow = new OAuth1Flow(new OAuth1Consumer(key, secret), OAuth1Endpoints.At(origin), http);
        var requested = await flow.RequestTokenAsync([Demo.CalendarScope, Demo.UserScope], "oob", displayName: name, stop: Stop);
        using var liz = new Visitor(Demo.LizEmail, Demo.LizPassword);
        var answered = await liz.AnswerAsync(flow.AuthorizeUrl(requested), Decision.Allow, Stop);
        return await flow.AccessTokenAsync(requested, SuccessPage.VerifierOf(answered.Page), Stop);
    }
}
