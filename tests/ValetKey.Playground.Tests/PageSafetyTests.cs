using System.Net;
using ValetKey.Playground.Sessions;
using ValetKey.Playground.Tests.Browsing;

namespace ValetKey.Playground.Tests;

public sealed class PageSafetyTests
{
    public static TheoryData<string> Steps =>
    [
        "oauth1/save", "oauth1/add-scope", "oauth1/remove-scope", "oauth1/demo-consumer", "oauth1/request-token", "oauth1/authorize", "oauth1/access-token",
        "oauth1/operation", "oauth1/follow", "oauth1/execute", "oauth1/clear", "oauth1/start-over",
        "oauth2/save", "oauth2/demo-client", "oauth2/authorize", "oauth2/exchange", "oauth2/refresh", "oauth2/execute", "oauth2/start-over",
        "oauth1/ask", "doctor/examine", "doctor/example", "doctor/start-over",
    ];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Every_step_is_refused_without_the_antiforgery_token_and_with_that_of_another_browser(string step)
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();
        using var other = host.NewBrowser();
        var foreign = (await other.OpenAsync("/playground/oauth1"))["__RequestVerificationToken"];
        await browser.OpenAsync("/playground/oauth1");

        var without = await browser.PostOnlyAsync($"/playground/{step}", [new("consumer_key", "x")]);
        var with = await browser.PostOnlyAsync($"/playground/{step}", [new("consumer_key", "x"), new("__RequestVerificationToken", foreign)]);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (without.Status, with.Status));
        Assert.Empty(host.Provider.Received);
        Assert.Contains("This page is out of date", without.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/playground/oauth1")]
    [InlineData("/playground/oauth2")]
    [InlineData("/playground/doctor")]
    [InlineData("/playground/oauth1/callback?oauth_token=a&oauth_verifier=b")]
    [InlineData("/playground/oauth2/callback?code=a&state=b")]
    public async Task Every_page_has_the_headers_that_keep_it_safe(string address)
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();

        var page = await browser.OpenAsync(address);

        Assert.Equal("default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'", Header(page, "Content-Security-Policy"));
        Assert.Equal("DENY", Header(page, "X-Frame-Options"));
        Assert.Equal("nosniff", Header(page, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(page, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(page, "Cross-Origin-Opener-Policy"));
        Assert.True(page.Response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Pages_have_no_inline_script_or_style_and_name_no_other_origin_as_a_resource()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();

        var html = (await OAuth1TabTests.AccessTokenAsync(host, browser)).Html;

        Assert.DoesNotMatch("(?i)<script(?![^>]* src=\"/)", html);
        Assert.DoesNotMatch("(?i)<style|\\sstyle=|\\son[a-z]+=\"", html);
        Assert.DoesNotMatch("(?i)<(img|link|script|iframe)[^>]*(src|href)=\"(https?:)?//", html);
    }

    [Fact]
    public async Task The_session_cookie_is_a_bare_handle_out_of_reach_of_script_and_other_sites()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();
        var page = await browser.OpenAsync("/playground/oauth1");
        Assert.DoesNotContain(SessionCookie.Name, Header(page, "Set-Cookie"), StringComparison.Ordinal);      // nothing to keep yet

        var posted = await page.PressOnlyAsync("Use the demo consumer");

        var cookie = Assert.Single(posted.Response.Headers.GetValues("Set-Cookie"), c => c.StartsWith(SessionCookie.Name, StringComparison.Ordinal));
        Assert.Matches($"^{SessionCookie.Name}=[A-Za-z0-9_-]{{43}}; path=/playground; samesite=lax; httponly$", cookie);
    }

    [Fact]
    public async Task A_handle_that_the_browser_made_up_is_replaced()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();
        var made = new string('A', 43);
        browser.Cookies.Add(new Cookie(SessionCookie.Name, made, "/playground", host.Origin.Host));

        await (await browser.OpenAsync("/playground/oauth1")).PressOnlyAsync("Use the demo consumer");

        Assert.DoesNotContain(browser.Cookies.GetCookies(new(host.Origin, "/playground")), c => c.Value == made);
    }

    [Fact]
    public async Task A_form_of_more_than_a_mebibyte_is_refused()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();
        var page = await browser.OpenAsync("/playground/oauth1");

        var refused = await page.Type("body", new string('x', 1024 * 1024)).PostAsync("/playground/oauth1/save");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.Status);
    }

    [Theory]
    [InlineData("\"><script>alert(1)</script>")]
    [InlineData("</textarea></form><script>alert(1)</script>")]
    [InlineData("' onfocus=alert(1) x='")]
    public async Task What_was_typed_comes_back_as_text(string payload)
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();
        var page = await browser.OpenAsync("/playground/oauth1");
        string[] fields = ["scope_text", "consumer_key", "consumer_secret", "private_key", "realm", "xoauth_displayname", "auth_token", "url", "content_type", "headers", "body"];

        page = await fields.Aggregate(page, (typed, field) => typed.Type(field, payload)).PostAsync("/playground/oauth1/save");

        Assert.DoesNotContain(payload, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page.Html, StringComparison.Ordinal);
        Assert.All(fields, field => Assert.Equal(payload, page[field]));
    }

    [Fact]
    public async Task A_page_opened_at_localhost_reaches_the_server_that_listens_there()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = new Browser(new($"http://localhost:{host.Origin.Port}"));

        var page = await (await OAuth1TabTests.ReadyAsync(browser)).PressAsync("Request token");

        Assert.StartsWith("4/", page["auth_token"], StringComparison.Ordinal);
        Assert.Equal($"localhost:{host.Origin.Port}", host.Provider.LastHeaders.Host.ToString());
    }

    [Fact]
    public async Task A_page_opened_at_an_address_that_is_not_this_servers_sends_nothing()
    {
        await using var host = await PlaygroundHost.StartAsync(options => options.Origins.Add("https://valetkey.example"));
        using var browser = host.NewBrowser();

        var page = await OAuth1TabTests.ReadyAsync(browser);
        page = await page.PressAsync("Request token");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("Rule: own origin.", page.Text, StringComparison.Ordinal);
        Assert.Contains("https://valetkey.example", page.Text, StringComparison.Ordinal);
        Assert.Empty(host.Provider.Received);
    }

    private static string Header(Page page, string name) => page.Response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
}
