using System.Net;
using System.Text.RegularExpressions;

namespace ValetKey.Server.Tests.OAuth2;

/// <summary>Redirect URIs at the authorization endpoint (RFC 9700 §2.1, RFC 8252 §7.3).</summary>
public sealed partial class RedirectUriTests(OAuth2Server server) : IClassFixture<OAuth2Server>
{
    public static TheoryData<string> Tricks =>
    [
        "https://app.example/cb/", "https://app.example/CB", "https://app.example/cb/../x", "https://app.example/cb%2f", "https://app.example/cb?x",
        "https://app.example/cb#f", "http://app.example/cb", "https://app.example:444/cb", "https://app.example./cb", "https://app.example.evil.example/cb",
        "https://app.example@evil.example/cb", "https://evil.example\\@app.example/cb", "//app.example/cb", "https://app.example/c%62", "https://app.example:443/cb",
        "https://APP.example/cb", "HTTPS://app.example/cb", "https://\u0430pp.example/cb", "https://xn--pp-7kc.example/cb", "https://app.example/cb\t", "https://app.example/cb\0",
        "https://app.example/cb\r\nSet-Cookie: a=b", " https://app.example/cb", "https://app.example/cb ", "javascript:alert(1)", "data:text/html,x", "https://app.example",
        "urn:ietf:wg:oauth:2.0:oob", "http://127.0.0.1/cb", "https://app.example/cb\U0001F511",
    ];

    public static TheoryData<string> LoopbackTricks =>
    [
        "http://127.0.0.1:49152/other", "http://127.0.0.1:49152/cb/", "http://127.0.0.1:49152/cb?x", "http://127.0.0.1:49152/cb#f", "http://127.0.0.1:80@evil.example/cb",
        "http://127.0.0.1:80@evil.example/", "http://localhost.evil.example/cb", "http://localhost/cb", "http://[::1]/cb", "http://127.1/cb", "http://0x7f.1/cb", "http://2130706433/cb",
        "http://[::ffff:127.0.0.1]/cb", "https://127.0.0.1/cb", "http://127.0.0.1:0/cb", "http://127.0.0.1:65536/cb", "http://127.0.0.1:*/cb", "http://127.0.0.1:/cb",
        "http://127.0.0.1:+80/cb", "http://127.0.0.1: 80/cb", "http://127.0.0.1:\u0661/cb", "http://127.0.0.1.evil.example/cb", "http://127.0.0.1\\@evil.example/cb", "http://[::::::::::/cb",
    ];

    [Theory]
    [MemberData(nameof(Tricks))]
    public async Task That_are_not_equal_to_a_registered_one_get_a_page_and_no_redirect(string sent) =>
        AssertRefusedOnPage(await Ask(TestClient.Web, sent), sent);

    [Theory]
    [MemberData(nameof(LoopbackTricks))]
    public async Task Of_a_loopback_client_may_differ_in_nothing_but_the_port(string sent) =>
        AssertRefusedOnPage(await Ask(TestClient.Public, sent), sent);

    [Fact]
    public async Task Of_ten_kilobytes_get_a_page_that_shows_their_beginning() =>
        AssertRefusedOnPage(await Ask(TestClient.Web, "https://app.example/" + new string('a', 10_000)), "https://app.example/");

    [Fact]
    public async Task With_a_hundred_colons_in_an_address_literal_get_a_page() =>
        AssertRefusedOnPage(await Ask(TestClient.Public, $"http://[{new string(':', 100)}]/cb"), "http://[:::");

    [Theory]
    [InlineData("http://127.0.0.1:1/cb")]
    [InlineData("http://127.0.0.1:65535/cb")]
    [InlineData("http://127.0.0.1/cb")]
    public async Task Of_a_loopback_client_may_have_any_port(string sent) => await AssertReturnsTo(TestClient.Public, sent);

    [Theory]
    [InlineData("http://127.0.0.1:1234")]
    [InlineData("http://127.0.0.1:1234/")]
    [InlineData("http://localhost:8080/")]
    [InlineData("http://localhost")]
    [InlineData("http://[::1]:8080")]
    public async Task Of_an_installed_client_that_registered_none_are_the_three_loopback_hosts(string sent) => await AssertReturnsTo(TestClient.Installed, sent);

    [Theory]
    [InlineData("http://localhost:8080/callback")]
    [InlineData("http://127.0.0.1:1234/authorize/")]
    [InlineData("http://[::1]:8080/a/b/c")]
    public async Task Of_an_installed_client_that_registered_none_may_have_any_path(string sent) => await AssertReturnsTo(TestClient.Installed, sent);

    [Theory]
    [InlineData("http://127.0.0.1:80@evil.example/")]
    [InlineData("http://localhost.evil.example/callback")]
    [InlineData("http://127.1/callback")]
    [InlineData("http://0x7f.1/callback")]
    [InlineData("http://[::ffff:127.0.0.1]/callback")]
    [InlineData("http://127.0.0.1\\@evil.example/callback")]
    [InlineData("https://localhost:8080/callback")]
    [InlineData("http://localhost:*/callback")]
    [InlineData("http://localhost:8080/callback#f")]
    [InlineData("http://localhost:8080/call back")]
    public async Task Of_an_installed_client_that_registered_none_are_on_this_machine_alone(string sent) =>
        AssertRefusedOnPage(await Ask(TestClient.Installed, sent), sent);

    [Theory]
    [InlineData("http://127.0.0.1:8080/cb/x")]
    [InlineData("http://127.0.0.1:8080/")]
    public async Task Of_an_installed_client_that_registered_some_keep_their_path(string sent) => AssertRefusedOnPage(await Ask(TestClient.Public, sent), sent);

    [Theory]
    [InlineData("http://localhost:8080")]
    [InlineData("http://localhost:8080/")]
    [InlineData("http://localhost:9090/")]
    public async Task Of_an_installed_client_that_registered_a_bare_origin_may_end_with_its_slash(string sent) => await AssertReturnsTo(TestClient.Desktop, sent);

    [Fact]
    public async Task Of_a_web_client_may_have_any_port_of_loopback_where_it_registered_so()
    {
        await AssertReturnsTo(TestClient.Development, "http://127.0.0.1:5001/oauth2callback");
        AssertRefusedOnPage(await Ask(TestClient.Development, "http://127.0.0.1:*/oauth2callback"), "http://127.0.0.1:*/oauth2callback");
    }

    [Fact]
    public async Task Keep_a_query_of_their_own()
    {
        var browser = await server.Browse();
        var allowed = await browser.Press(await browser.Get(OAuth2Server.Authorize(TestClient.Web, ("redirect_uri", "https://app.example/query?a=1"))), "allow");
        Assert.StartsWith("https://app.example/query?a=1&code=", allowed.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_shown_one_above_the_other_with_the_first_character_that_differs()
    {
        var page = await Ask(TestClient.Web, "https://app.example/cb/");
        Assert.Contains("https://app.example/cb<mark>/</mark>", page.Body, StringComparison.Ordinal);
        Assert.Contains("https://app.example/cb<mark>(end)</mark>", page.Body, StringComparison.Ordinal);
        Assert.Contains("Character 23 is \"/\" in what was sent, and the end in what is registered.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_look_alike_are_told_apart_by_their_code_points()
    {
        var page = await Ask(TestClient.Web, "https://\u0430pp.example/cb");
        Assert.Contains("Character 9 is U+0430 in what was sent, and \"a\" in what is registered.", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "carries no redirect_uri")]
    [InlineData("", "carries no redirect_uri")]
    public async Task That_are_missing_get_a_page_that_lists_the_registered_ones(string? sent, string words)
    {
        var page = await Ask(TestClient.Web, sent);
        AssertOnPage(page);
        Assert.Contains(words, page.Body, StringComparison.Ordinal);
        Assert.Contains("https://app.example/other", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_are_there_twice_get_a_page()
    {
        var browser = await server.Browse();
        AssertOnPage(await browser.Get(OAuth2Server.Authorize(TestClient.Web) + "&redirect_uri=https%3A%2F%2Fapp.example%2Fcb"));
    }

    [Fact]
    public async Task Misspelt_redirect_url_get_a_page_that_says_so()
    {
        var page = await (await server.Browse()).Get(OAuth2Server.Authorize(TestClient.Web, ("redirect_uri", null), ("redirect_url", "https://app.example/cb")));
        AssertOnPage(page);
        Assert.Contains("It is redirect_uri, not redirect_url", page.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nobody.example")]
    [InlineData("WEB.example")]
    public async Task Of_an_unknown_client_are_never_followed(string? clientId) =>
        AssertOnPage(await (await server.Browse()).Get(OAuth2Server.Authorize(TestClient.Web, ("client_id", clientId))));

    [Fact]
    public async Task Of_two_clients_at_once_are_never_followed() =>
        AssertOnPage(await (await server.Browse()).Get(OAuth2Server.Authorize(TestClient.Web) + "&client_id=foreign.example"));

    private async Task<Answer> Ask(TestClient client, string? redirectUri)
    {
        var page = await (await server.Browse()).Get(OAuth2Server.Authorize(client, ("redirect_uri", redirectUri)));
        Assert.Empty(Anchors().Matches(page.Body));
        return page;
    }

    private static void AssertOnPage(Answer page)
    {
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Null(page.Location);
        Assert.StartsWith("text/html", page.Headers["Content-Type"], StringComparison.Ordinal);
    }

    private static void AssertRefusedOnPage(Answer page, string sent)
    {
        AssertOnPage(page);
        Assert.Contains("redirect_uri_mismatch", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain($"href=\"{sent}", page.Body, StringComparison.Ordinal);
    }

    private async Task AssertReturnsTo(TestClient client, string redirectUri)
    {
        var browser = await server.Browse();
        var denied = await browser.Press(await browser.Get(OAuth2Server.Authorize(client, ("redirect_uri", redirectUri))), "deny");
        Assert.StartsWith(redirectUri + "?error=access_denied&", denied.Location, StringComparison.Ordinal);
    }

    [GeneratedRegex("<a [^>]*href=\"(?!/)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Anchors();
}
