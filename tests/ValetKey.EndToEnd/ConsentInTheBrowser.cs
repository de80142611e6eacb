using Microsoft.Playwright;
using ValetKey.EndToEnd.Browsing;
using ValetKey.EndToEnd.Pressing;
using ValetKey.EndToEnd.Processes;
using ValetKey.OAuth;

namespace ValetKey.EndToEnd;

/// <summary>Sign-in and consent as a person meets them, in a real Chromium.</summary>
public sealed class ConsentInTheBrowser(DemoServer demo, Browser browser)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Look.Names), MemberType = typeof(Look))]
    public async Task Allowing_sends_a_code_to_the_application(string look)
    {
        await using var application = await Application.StartAsync(Stop);
        await using var window = await browser.OpenAsync(Look.Called(look));
        await window.GoAsync(OAuth2Address(application));
        await window.IsInOrderAsync();
        await window.KeepPictureAsync("sign-in");

        await SignInAsync(window.Page);
        await window.IsInOrderAsync();
        await window.KeepPictureAsync("consent");

        await PressAsync(window.Page, "allow", application);
        Assert.Contains("code=", window.Page.Url, StringComparison.Ordinal);
        Assert.Contains("state=as%20sent", window.Page.Url.Replace('+', ' ').Replace(" ", "%20", StringComparison.Ordinal), StringComparison.Ordinal);
        window.HasReachedOnly(demo.Origin, application.Origin);
    }

    [Fact]
    public async Task Denying_tells_the_application_so_and_gives_no_code()
    {
        await using var application = await Application.StartAsync(Stop);
        await using var window = await browser.OpenAsync(Look.Light);
        await window.GoAsync(OAuth2Address(application));
        await SignInAsync(window.Page);
        await PressAsync(window.Page, "deny", application);
        Assert.Contains("error=access_denied", window.Page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain("code=", window.Page.Url, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Look.Names), MemberType = typeof(Look))]
    public async Task OAuth1_asks_with_the_same_page(string look)
    {
        await using var application = await Application.StartAsync(Stop);
        await using var window = await browser.OpenAsync(Look.Called(look));
        await window.GoAsync(await OAuth1AddressAsync(application.Callback));
        await SignInAsync(window.Page);
        await window.IsInOrderAsync();
        await window.KeepPictureAsync("consent-oauth1");
        await PressAsync(window.Page, "allow", application);
        Assert.Contains("oauth_verifier=", window.Page.Url, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Look.Names), MemberType = typeof(Look))]
    public async Task An_application_without_a_callback_gets_a_verifier_to_copy(string look)
    {
        await using var window = await browser.OpenAsync(Look.Called(look));
        await window.GoAsync(await OAuth1AddressAsync("oob"));
        await SignInAsync(window.Page);
        await window.Page.Locator("button[name=decision][value=allow]").ClickAsync();
        await window.Page.WaitForFunctionAsync("document.title.startsWith('Success code=')");
        await window.IsInOrderAsync();
        await window.KeepPictureAsync("verifier");
        Assert.Equal("Success code=" + await window.Page.Locator("input[name=code]").InputValueAsync(), await window.Page.TitleAsync());
    }

    [Fact]
    public async Task A_wrong_password_is_told_on_the_page_and_says_nothing_of_the_account()
    {
        await using var application = await Application.StartAsync(Stop);
        await using var window = await browser.OpenAsync(Look.Light);
        var refusals = new List<string>();
        foreach (var email in new[] { Demo.JoeEmail, "nobody@example.com" })
        {
            await window.GoAsync(OAuth2Address(application));
            await window.Page.FillAsync("[name=Email]", email);
            await window.Page.FillAsync("[name=Passwd]", "not the password");
            await window.Page.ClickAsync("[name=signIn]");
            refusals.Add(await window.Page.GetByRole(AriaRole.Alert).InnerTextAsync());
            await window.KeepPictureAsync("sign-in-refused");
        }

        Assert.Equal(refusals[0], refusals[1]);
    }

    [Fact]
    public async Task The_keyboard_alone_does()
    {
        await using var application = await Application.StartAsync(Stop);
        await using var window = await browser.OpenAsync(Look.Light);
        await window.GoAsync(OAuth2Address(application));
        await TabToAsync(window.Page, "Email");
        await window.Page.Keyboard.TypeAsync(Demo.LizEmail);
        await TabToAsync(window.Page, "Passwd");
        await window.Page.Keyboard.TypeAsync(Demo.LizPassword);
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.WaitForSelectorAsync("button[name=decision]");
        await TabToAsync(window.Page, "decision");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.WaitForURLAsync(application.Callback + "?**", new() { WaitUntil = WaitUntilState.Commit });
    }

    [Fact]
    public async Task The_pages_do_without_scripts()
    {
        await using var application = await Application.StartAsync(Stop);
        await using var window = await browser.OpenAsync(Look.Light, scripts: false);
        await window.GoAsync(OAuth2Address(application));
        await SignInAsync(window.Page);
        await PressAsync(window.Page, "allow", application);
        Assert.Contains("code=", window.Page.Url, StringComparison.Ordinal);
    }

    private string OAuth2Address(Application application) => new Uri(demo.Origin, "/o/oauth2/auth?response_type=code&prompt=consent&state=as%20sent"
        + $"&client_id={Demo.WebClientId}&redirect_uri={Uri.EscapeDataString(application.Callback)}&scope={Uri.EscapeDataString(Demo.CalendarScope)}").AbsoluteUri;

    /// <summary>The address that a batch job prints, after it has asked for a request token.</summary>
    private async Task<string> OAuth1AddressAsync(string callback)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var flow = new OAuth1Flow(Dance.BatchJob, OAuth1Endpoints.At(demo.Origin), http);
        return flow.AuthorizeUrl(await flow.RequestTokenAsync([Demo.CalendarScope], callback, stop: Stop)).AbsoluteUri;
    }

    private static async Task SignInAsync(IPage page)
    {
        await page.FillAsync("[name=Email]", Demo.LizEmail);
        await page.FillAsync("[name=Passwd]", Demo.LizPassword);
        await page.ClickAsync("[name=signIn]");
        await page.WaitForSelectorAsync("button[name=decision]");
    }

    private static async Task PressAsync(IPage page, string decision, Application application)
    {
        await page.ClickAsync($"button[name=decision][value={decision}]");
        // Until the address is there and no further: the application's page may have loaded before this is asked.
        await page.WaitForURLAsync(application.Callback + "?**", new() { WaitUntil = WaitUntilState.Commit });
    }

    /// <summary>Presses the tabulator until the control of that name has the focus, and fails when it never gets it.</summary>
    private static async Task TabToAsync(IPage page, string name)
    {
        for (var pressed = 0; pressed < 20; pressed++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string?>("document.activeElement.getAttribute('name')") == name)
            {
                return;
            }
        }

        Assert.Fail($"The tabulator never reaches {name} on {page.Url}.");
    }
}
