using System.Net;
using ValetKey.Playground.Tests.Browsing;
using ValetKey.Playground.Tests.Provider;

namespace ValetKey.Playground.Tests;

public sealed class OAuth1TabTests
{
    private const string UserUrl = "/a/feeds/example.com/user/2.0/liz";

    [Fact]
    public async Task Leads_from_scopes_to_an_access_token_and_a_signed_request()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();

        var page = await ReadyAsync(browser);
        Assert.True(page.IsDisabled("Authorize"));
        Assert.True(page.IsDisabled("Access token"));
        page = await page.PressAsync("Request token");
        Assert.StartsWith("4/", page["auth_token"], StringComparison.Ordinal);
        Assert.Contains("Request token · not authorized yet", page.Text, StringComparison.Ordinal);

        var away = await page.PressAsync("Authorize");
        Assert.Equal(HttpStatusCode.SeeOther, away.Status);
        Assert.Equal($"{host.Origin}accounts/OAuthAuthorizeToken?oauth_token={Uri.EscapeDataString(page["auth_token"])}", away.Location!.AbsoluteUri);

        page = await ReturnAsync(browser, host.Provider.Tokens.Allow(page["auth_token"]));
        Assert.Contains("Authorized request token", page.Text, StringComparison.Ordinal);
        page = await page.PressAsync("Access token");
        Assert.StartsWith("1/", page["auth_token"], StringComparison.Ordinal);
        Assert.Contains("Access token · lives until it is revoked", page.Text, StringComparison.Ordinal);

        Assert.Equal($"{host.Origin.AbsoluteUri.TrimEnd('/')}{UserUrl}", page["url"]);                  // suggested, for the scope that was granted
        page = await page.PressAsync("Execute");
        Assert.Equal($"GET {UserUrl}", host.Provider.Received[^1]);
        Assert.Contains("Bennet", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_a_verifier_by_hand_after_oob()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();

        var page = await (await ReadyAsync(browser)).Type("oauth_callback", "oob").PressAsync("Request token");
        var verifier = host.Provider.Tokens.Allow(page["auth_token"]).AbsolutePath.TrimStart('/');
        page = await page.Type("oauth_verifier", verifier).PostAsync("/playground/oauth1/access-token");

        Assert.StartsWith("1/", page["auth_token"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_access_was_denied_and_how_to_ask_again()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();

        var page = await (await ReadyAsync(browser)).PressAsync("Request token");
        await page.PressAsync("Authorize");
        page = await ReturnAsync(browser, host.Provider.Tokens.Deny(page["auth_token"]));

        Assert.Contains("Access was denied", page.Text, StringComparison.Ordinal);
        Assert.Contains("Press Request token to ask", page.Text, StringComparison.Ordinal);
        Assert.True(page.IsDisabled("Access token"));
        Assert.False(page.IsDisabled("Request token"));
    }

    [Fact]
    public async Task Takes_no_answer_for_another_request_token_and_none_twice()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();
        using var other = host.NewBrowser();

        var foreign = await (await ReadyAsync(other)).PressAsync("Request token");
        var page = await (await ReadyAsync(browser)).PressAsync("Request token");
        var unasked = await ReturnAsync(browser, host.Provider.Tokens.Allow(page["auth_token"]));
        Assert.Contains("none was awaited", unasked.Text, StringComparison.Ordinal);

        await page.PressAsync("Authorize");
        page = await ReturnAsync(browser, host.Provider.Tokens.Allow(foreign["auth_token"]));
        Assert.Contains("another request token", page.Text, StringComparison.Ordinal);
        Assert.True(page.IsDisabled("Access token"));

        var answer = host.Provider.Tokens.Allow(page["auth_token"]);
        Assert.Contains("Authorized request token", (await ReturnAsync(browser, answer)).Text, StringComparison.Ordinal);
        Assert.Contains("none was awaited", (await ReturnAsync(browser, answer)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Uses_a_token_that_was_typed_over()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();
        using var other = host.NewBrowser();
        var token = await AccessTokenAsync(host, other);

        var page = (await ReadyAsync(browser)).Type("auth_token", token["auth_token"]).Type("access_token_secret", token["access_token_secret"]).Type("url", UserUrl);
        page = await page.PressAsync("Execute");

        Assert.Contains("Typed in by you", page.Text, StringComparison.Ordinal);
        Assert.Contains("Bennet", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_the_access_token_when_its_button_was_pressed_twice()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();
        var page = await (await ReadyAsync(browser)).PressAsync("Request token");
        await page.PressAsync("Authorize");
        page = await ReturnAsync(browser, host.Provider.Tokens.Allow(page["auth_token"]));

        var first = await page.PressAsync("Access token");
        var second = await page.PressAsync("Access token");

        Assert.Equal(first["auth_token"], second["auth_token"]);
        Assert.Contains("The access token is here already.", second.Text, StringComparison.Ordinal);
        Assert.Single(host.Provider.Received, r => r == "POST /accounts/OAuthGetAccessToken");
    }

    [Fact]
    public async Task Tells_a_problem_of_the_protocol_with_its_mend()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();

        var page = await (await ReadyAsync(browser)).Type("consumer_secret", "another-secret-entirely").PressAsync("Request token");

        Assert.Contains("signature_invalid:", page.Text, StringComparison.Ordinal);
        Assert.Contains("check the consumer secret", page.Text, StringComparison.Ordinal);
        Assert.Equal("", page["auth_token"]);
    }

    [Theory]
    [InlineData("scope", "", "No scope is chosen.")]
    [InlineData("consumer_key", "", "Enter consumer_key.")]
    [InlineData("signature_method", "RSA-SHA1", "Enter the private key: RSA-SHA1 signs with it.")]
    [InlineData("realm", "é", "The realm may hold letters of ASCII alone.")]
    public async Task Says_what_is_missing_before_it_asks_for_a_token(string field, string value, string told)
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();
        var page = await ReadyAsync(browser);

        page = await page.Type(field, value).PressAsync("Request token");

        Assert.Contains(told, page.Text, StringComparison.Ordinal);
        Assert.Empty(host.Provider.Received);
    }

    [Fact]
    public async Task Forgets_everything_on_start_over()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();

        var page = await (await AccessTokenAsync(host, browser)).PressAsync("Start over");

        Assert.Equal("", page["auth_token"] + page["access_token_secret"] + page["consumer_secret"]);
        Assert.Contains("Nothing was sent yet.", page.Text, StringComparison.Ordinal);
    }

    /// <summary>A page with a scope and the demo consumer.</summary>
    internal static async Task<Page> ReadyAsync(Browser browser) =>
        await (await browser.OpenAsync("/playground/oauth1")).Type("scope", PlaygroundHost.UserScope).PressAsync("Use the demo consumer");

    /// <summary>A page that has got as far as an access token.</summary>
    internal static async Task<Page> AccessTokenAsync(PlaygroundHost host, Browser browser)
    {
        var page = await (await ReadyAsync(browser)).PressAsync("Request token");
        await page.PressAsync("Authorize");
        return await (await ReturnAsync(browser, host.Provider.Tokens.Allow(page["auth_token"]))).PressAsync("Access token");
    }

    private static async Task<Page> ReturnAsync(Browser browser, Uri callback)
    {
        var answer = await browser.OpenAsync(callback.PathAndQuery);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        return await browser.OpenAsync(answer.Location!.OriginalString);
    }
}
