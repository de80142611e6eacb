using System.Net;
using System.Text.RegularExpressions;

namespace ValetKey.Server.Tests;

/// <summary>A person at a browser without script: opens pages and presses the forms of the wire contract, section 11.</summary>
internal sealed partial class Visitor(HttpClient browser) : IDisposable
{
    public HttpClient Browser => browser;

    /// <summary>Opens an address, signs in where that is asked, and stays on the page that comes.</summary>
    public async Task<HttpResponseMessage> Open(string address, string email, string password)
    {
        var stop = TestContext.Current.CancellationToken;
        var page = await browser.GetAsync(address, stop);
        if (page.StatusCode != HttpStatusCode.Found || page.Headers.Location?.OriginalString.StartsWith("/accounts/ServiceLogin", StringComparison.Ordinal) != true)
        {
            return page;
        }

        var signIn = await browser.GetStringAsync(page.Headers.Location, stop);
        var signedIn = await Press(signIn, "/accounts/ServiceLogin", ("Email", email), ("Passwd", password), ("signIn", "Sign in"));
        Assert.Equal(HttpStatusCode.SeeOther, signedIn.StatusCode);
        return await browser.GetAsync(signedIn.Headers.Location, stop);
    }

    /// <summary>Presses a button of the page's only form: its hidden inputs go along.</summary>
    public async Task<HttpResponseMessage> Press(string page, string action, params (string Name, string Value)[] typed)
    {
        var form = HiddenInput().Matches(page).Select(input => KeyValuePair.Create(input.Groups[1].Value, WebUtility.HtmlDecode(input.Groups[2].Value)))
            .Concat(typed.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var content = new FormUrlEncodedContent(form);
        return await browser.PostAsync(action, content, TestContext.Current.CancellationToken);
    }

    public void Dispose() => browser.Dispose();

    [GeneratedRegex("""<input type="hidden" name="([^"]*)" value="([^"]*)"\s*/?>""")]
    private static partial Regex HiddenInput();
}
