using System.Net;
using ValetKey.OAuth;
using ValetKey.Playground.Tests.Browsing;

namespace ValetKey.Playground.Tests;

public sealed class OAuth2TabTests
{
    [Fact]
    public async Task Leads_from_consent_to_tokens_a_refresh_and_a_request()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();

        var page = await ReadyAsync(browser);
        Assert.True(page.IsDisabled("Exchange code for tokens"));
        Assert.True(page.IsDisabled("Refresh access token"));
        var asked = await AuthorizeAsync(page);
        Assert.Equal($"{host.Origin}playground/oauth2/callback", asked["redirect_uri"]);
        Assert.Equal("offline", asked["access_type"]);
        Assert.Equal("S256", asked["code_challenge_method"]);

        page = await ReturnAsync(browser, $"?code={Code(host, asked)}&state={asked["state"]}&iss={Uri.EscapeDataString(OriginOf(host))}");
        Assert.StartsWith("4/code-", page["code"], StringComparison.Ordinal);
        page = await page.PressAsync("Exchange code for tokens");
        var first = page["access_token"];
        Assert.StartsWith("ya29.", first, StringComparison.Ordinal);
        Assert.Contains("datetime=\"2026-11-24T13:00:00Z\"", page.Html, StringComparison.Ordinal);

        page = await page.PressAsync("Refresh access token");
        Assert.NotEqual(first, page["access_token"], StringComparer.Ordinal);
        Assert.StartsWith("1//refresh-", page["refresh_token"], StringComparison.Ordinal);

        page = await page.PressAsync("Execute");
        Assert.Equal("GET /calendar/feeds/default/allcalendars/full", host.Provider.Received[^1]);
        Assert.Equal("Bearer " + page["access_token"], host.Provider.LastHeaders.Authorization.ToString());
        Assert.Contains("\"Calendars\"", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&state=of-another-browser")]
    [InlineData("&state={state}&state={state}")]
    [InlineData("&state={state}&iss=https%3A%2F%2Felsewhere.example")]
    public async Task Takes_no_code_with_a_missing_foreign_or_doubled_state_or_from_another_issuer(string rest)
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();
        var asked = await AuthorizeAsync(await ReadyAsync(browser));

        var page = await ReturnAsync(browser, $"?code={Code(host, asked)}{rest.Replace("{state}", asked["state"], StringComparison.Ordinal)}");

        Assert.Contains("Nothing was taken over and nothing exchanged.", page.Text, StringComparison.Ordinal);
        Assert.Equal("", page["code"]);
        Assert.True(page.IsDisabled("Exchange code for tokens"));
        Assert.Empty(host.Provider.Received);
    }

    [Fact]
    public async Task Takes_a_state_once()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();
        var asked = await AuthorizeAsync(await ReadyAsync(browser));
        var first = Code(host, asked);
        await ReturnAsync(browser, $"?code={first}&state={asked["state"]}");

        var page = await ReturnAsync(browser, $"?code={Code(host, asked)}&state={asked["state"]}");

        Assert.Contains("a state that was used before", page.Text, StringComparison.Ordinal);
        Assert.Equal(first, page["code"]);
    }

    [Fact]
    public async Task Takes_no_answer_into_a_session_that_did_not_ask()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();
        using var other = host.NewBrowser();
        var asked = await AuthorizeAsync(await ReadyAsync(browser));

        var stranger = await other.OpenAsync($"/playground/oauth2/callback?code={Code(host, asked)}&state={asked["state"]}");
        Assert.Equal(HttpStatusCode.BadRequest, stranger.Status);
        Assert.Contains("This answer belongs to no session", stranger.Text, StringComparison.Ordinal);

        await ReadyAsync(other);
        var page = await ReturnAsync(other, $"?code={Code(host, asked)}&state={asked["state"]}");
        Assert.Contains("none was awaited", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_access_was_declined_and_how_to_ask_again()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();
        var asked = await AuthorizeAsync(await ReadyAsync(browser));

        var page = await ReturnAsync(browser, $"?error=access_denied&state={asked["state"]}");

        Assert.Contains("Access was declined", page.Text, StringComparison.Ordinal);
        Assert.Contains("Press Authorize APIs to ask once more", page.Text, StringComparison.Ordinal);
        Assert.True(page.IsDisabled("Exchange code for tokens"));
    }

    [Fact]
    public async Task Sends_the_state_and_the_choices_that_were_made()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();

        var asked = await AuthorizeAsync((await ReadyAsync(browser))
            .Type("state", "my état").Type("access_type", "online").Type("approval_prompt", "force").Type("prompt", "consent").Type("login_hint", "liz@example.com"));

        Assert.Equal("my état", asked["state"]);
        Assert.Equal("online", asked["access_type"]);
        Assert.Equal("force", asked["approval_prompt"]);
        Assert.Equal("consent", asked["prompt"]);
        Assert.Equal("liz@example.com", asked["login_hint"]);
    }

    [Fact]
    public async Task Shows_an_expired_token_as_expired()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();
        var asked = await AuthorizeAsync(await ReadyAsync(browser));
        var page = await ReturnAsync(browser, $"?code={Code(host, asked)}&state={asked["state"]}");
        await page.PressAsync("Exchange code for tokens");

        host.Time.Advance(TimeSpan.FromMinutes(61));

        Assert.Contains("Access token · expired at", (await browser.OpenAsync("/playground/oauth2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_a_refusal_of_the_token_endpoint_with_its_mend()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();

        var page = await (await ReadyAsync(browser)).Type("code", "4/never-issued").PostAsync("/playground/oauth2/exchange");

        Assert.Contains("invalid_grant: The code is used, expired or of another client.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Send the user to consent again", page.Text, StringComparison.Ordinal);
    }

    /// <summary>A page with a scope and the demo client.</summary>
    internal static async Task<Page> ReadyAsync(Browser browser) =>
        await (await browser.OpenAsync("/playground/oauth2")).Type("scope", PlaygroundHost.CalendarScope).PressAsync("Use the demo client");

    /// <summary>Presses <b>Authorize APIs</b>.</summary>
    /// <returns>The parameters that the browser is sent away with.</returns>
    internal static async Task<Dictionary<string, string>> AuthorizeAsync(Page page)
    {
        var away = await page.PressAsync("Authorize APIs");
        Assert.Equal("/o/oauth2/auth", away.Location!.AbsolutePath);
        return FormEncoding.Decode(away.Location.Query.TrimStart('?')).ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
    }

    internal static string Code(PlaygroundHost host, Dictionary<string, string> asked) => host.Provider.Tokens.NewCode(asked.GetValueOrDefault("code_challenge"));

    internal static async Task<Page> ReturnAsync(Browser browser, string query)
    {
        var answer = await browser.OpenAsync("/playground/oauth2/callback" + query);
        Assert.Equal("/playground/oauth2#token", answer.Location!.OriginalString);
        return await browser.OpenAsync(answer.Location.OriginalString);
    }

    private static string OriginOf(PlaygroundHost host) => host.Origin.GetLeftPart(UriPartial.Authority);
}
