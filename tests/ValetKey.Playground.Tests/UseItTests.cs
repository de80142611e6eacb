using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ValetKey.Playground.Tests.Browsing;

namespace ValetKey.Playground.Tests;

public sealed class UseItTests
{
    [Theory]
    [InlineData("http://127.1/", "own origin")]
    [InlineData("http://169.254.169.254/latest", "own origin")]
    [InlineData("file:///etc/passwd", "scheme")]
    [InlineData("http://user@127.0.0.1/", "no user in the address")]
    public async Task A_request_to_elsewhere_is_answered_with_400_that_names_the_rule(string url, string rule)
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();

        var page = await (await ReadyAsync(browser)).Type("url", url).PressAsync("Execute");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains($"Rule: {rule}.", page.Text, StringComparison.Ordinal);
        Assert.Equal(url, page["url"]);
        Assert.Empty(host.Provider.Received);
    }

    [Fact]
    public async Task A_redirect_is_shown_and_not_followed()
    {
        await using var host = await PlaygroundHost.StartAsync(routes: r => r.MapGet("/away", () => Results.Redirect("http://169.254.169.254/latest")));
        using var browser = host.NewBrowser();

        var page = await (await ReadyAsync(browser)).Type("url", "/away").PressAsync("Execute");

        Assert.Contains("302", page.Text, StringComparison.Ordinal);
        Assert.Contains("Location : http://169.254.169.254/latest", page.Text.Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"http://169.254.169.254", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_of_an_answer_fill_the_next_request_and_leave_what_was_typed()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();
        var link = $"{host.Origin}a/feeds/example.com/nickname/2.0?username=liz&v=2";
        var page = await (await OAuth1TabTests.AccessTokenAsync(host, browser)).PressAsync("Execute");

        Assert.Contains($"value=\"{WebUtility.HtmlEncode(link)}\"", page.Html, StringComparison.Ordinal);
        page = await page.Type("consumer_key", "typed-meanwhile").PostAsync("/playground/oauth1/follow", new KeyValuePair<string, string>("follow", link));

        Assert.Equal(link, page["url"]);
        Assert.Equal("GET", page["method"]);
        Assert.Equal("typed-meanwhile", page["consumer_key"]);
        Assert.Single(host.Provider.Received, r => r.StartsWith("GET", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Known_operations_are_those_of_the_granted_scopes_and_fill_the_request()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();
        var page = await OAuth1TabTests.ReadyAsync(browser);
        Assert.False(page.Has("GET List calendars"));

        page = await page.PostAsync("/playground/oauth1/operation", new KeyValuePair<string, string>("operation", "create-user"));

        Assert.Equal("POST", page["method"]);
        Assert.Equal($"{host.Origin}a/feeds/example.com/user/2.0", page["url"]);
        Assert.StartsWith("<entry ", page["body"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_only_scope_offers_no_operation_that_writes()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();

        var page = await (await browser.OpenAsync("/playground/oauth1")).Type("scope_text", PlaygroundHost.UserScope + "#readonly").PressAsync("Add");

        Assert.Contains("Retrieve a user", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Delete a user", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Method_version_type_headers_and_body_are_sent()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();

        await (await ReadyAsync(browser)).Type("method", "PUT").Type("url", "/a/feeds/x").Type("gdata_version", "3.0").Type("content_type", "application/xml")
            .Type("headers", "If-Match: *\nX-Note: hello").Type("body", "<é/>").PressAsync("Execute");

        Assert.Equal("PUT /a/feeds/x", host.Provider.Received[^1]);
        Assert.Equal("<é/>", host.Provider.LastBody);
        Assert.Equal(("3.0", "application/xml", "*", "hello"),
            (host.Provider.LastHeaders["GData-Version"].ToString(), host.Provider.LastHeaders.ContentType.ToString(), host.Provider.LastHeaders.IfMatch.ToString(), host.Provider.LastHeaders["X-Note"].ToString()));
        Assert.False(host.Provider.LastHeaders.ContainsKey("traceparent"));
    }

    [Fact]
    public async Task A_hundred_requests_a_minute_are_sent_and_the_next_must_wait()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();
        var page = (await ReadyAsync(browser)).Type("url", "/a/feeds/x");
        for (var i = 0; i < 100; i++)
        {
            await page.PressOnlyAsync("Execute");
        }

        var refused = await page.PressAsync("Execute");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Contains("Rule: requests a minute.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(100, host.Provider.Received.Count);

        host.Time.Advance(TimeSpan.FromMinutes(1));
        await page.PressAsync("Execute");
        Assert.Equal(101, host.Provider.Received.Count);
    }

    [Fact]
    public async Task The_newest_exchange_comes_first_and_Clear_empties_the_list()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();
        var page = await (await ReadyAsync(browser)).Type("url", "/a/feeds/first").PressAsync("Execute");
        page = await page.Type("url", "/a/feeds/second").PressAsync("Execute");
        Assert.InRange(page.Html.IndexOf("/a/feeds/second</span>", StringComparison.Ordinal), 0, page.Html.IndexOf("/a/feeds/first</span>", StringComparison.Ordinal));

        page = await page.PressAsync("Clear");

        Assert.Contains("Nothing was sent yet.", page.Text, StringComparison.Ordinal);
    }

    /// <summary>A page with a consumer and a token that was typed in: whether it is good does not matter here.</summary>
    internal static async Task<Page> ReadyAsync(Browser browser) =>
        (await OAuth1TabTests.ReadyAsync(browser)).Type("auth_token", "1/typed").Type("access_token_secret", "typed-token-secret");
}
