using System.Net;

namespace ValetKey.Server.Tests.OAuth2;

/// <summary>The consent page, and that nothing gets past it.</summary>
public sealed class ConsentTests(OAuth2Server server) : IClassFixture<OAuth2Server>
{
    [Fact]
    public async Task Names_application_client_scopes_account_owner_and_where_the_browser_goes()
    {
        var page = await (await server.Browse()).Get(OAuth2Server.Authorize(TestClient.Web, ("prompt", "consent")));
        Assert.All(
            ["Web application", "web.example", OAuth2Server.Calendar, "liz@example.com", "admin@example.com", "<bdi>app.example</bdi>", "It keeps access while you are away"],
            words => Assert.Contains(words, page.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Calls_a_client_without_a_name_as_its_project() =>
        Assert.Contains("\u2068Demo\u2069 asks for access", (await (await server.Browse()).Get(OAuth2Server.Authorize(TestClient.Sibling))).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Cannot_be_framed_is_not_cached_and_tells_no_referrer()
    {
        var page = await (await server.Browse()).Get(OAuth2Server.Authorize(TestClient.Web, ("prompt", "consent")));
        Assert.Equal("DENY", page.Headers["X-Frame-Options"]);
        Assert.Contains("frame-ancestors 'none'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("no-store", page.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.Equal("no-referrer", page.Headers["Referrer-Policy"]);
    }

    [Fact]
    public async Task Sends_a_denial_back_with_303_and_access_denied()
    {
        var browser = await server.Browse();
        var denied = await browser.Press(await browser.Get(OAuth2Server.Authorize(TestClient.Web, ("prompt", "consent"))), "deny");
        Assert.Equal(HttpStatusCode.SeeOther, denied.Status);
        Assert.StartsWith("https://app.example/cb?error=access_denied&", denied.Location, StringComparison.Ordinal);
        Assert.Equal(("some-state", server.Origin), (denied.Parameter("state"), denied.Parameter("iss")));
    }

    [Theory]
    [InlineData("allow")]
    [InlineData("deny")]
    public async Task Answers_a_form_once(string decision)
    {
        var browser = await server.Browse();
        var page = await browser.Get(OAuth2Server.Authorize(TestClient.Web, ("prompt", "consent")));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Press(page, decision)).Status);
        AssertNothing(await browser.Press(page, "allow"));
        AssertNothing(await browser.Press(page, "deny"));
    }

    [Fact]
    public async Task Of_sixteen_answers_at_once_takes_one()
    {
        var browser = await server.Browse();
        var page = await browser.Get(OAuth2Server.Authorize(TestClient.Web, ("prompt", "consent")));
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => browser.Press(page, "allow")));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task Does_not_take_a_decision_from_an_address()
    {
        var browser = await server.Browse();
        var page = await browser.Get(OAuth2Server.Authorize(TestClient.Web, ("prompt", "consent")));
        var handle = Browser.Hidden(page).Single(field => field.Name == "request").Value;
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await browser.Get($"/o/oauth2/consent?request={handle}&decision=allow")).Status);
    }

    [Fact]
    public async Task Refuses_a_form_without_its_token()
    {
        var browser = await server.Browse();
        var page = await browser.Get(OAuth2Server.Authorize(TestClient.Web, ("prompt", "consent")));
        AssertNothing(await browser.Post("/o/oauth2/consent", Browser.Hidden(page).Where(field => field.Name == "request").Append(("decision", "allow"))));
    }

    [Fact]
    public async Task Refuses_a_form_of_another_session_of_the_same_user()
    {
        var (first, second) = (await server.Browse(), await server.Browse());
        var page = await first.Get(OAuth2Server.Authorize(TestClient.Web, ("prompt", "consent")));
        var own = await second.Get(OAuth2Server.Authorize(TestClient.Web, ("prompt", "consent")));
        AssertNothing(await second.Press(page, "allow"));
        AssertNothing(await second.Press(own, "allow", ("request", Browser.Hidden(page).Single(field => field.Name == "request").Value)));
    }

    [Fact]
    public async Task Refuses_a_form_of_another_user_in_the_same_browser()
    {
        var browser = await server.Browse();
        var page = await browser.Get(OAuth2Server.Authorize(TestClient.Web, ("prompt", "consent")));
        browser.Cookies["valetkey"] = (await server.Browse("joe@example.com")).Cookies["valetkey"];
        AssertNothing(await browser.Press(page, "allow"));
    }

    [Fact]
    public async Task Refuses_a_form_when_nobody_is_signed_in_any_more()
    {
        var browser = await server.Browse();
        var page = await browser.Get(OAuth2Server.Authorize(TestClient.Web, ("prompt", "consent")));
        browser.Cookies.Remove("valetkey");
        AssertNothing(await browser.Press(page, "allow"));
    }

    [Fact]
    public async Task Refuses_a_form_after_its_time()
    {
        var browser = await server.Browse();
        var page = await browser.Get(OAuth2Server.Authorize(TestClient.Web, ("prompt", "consent")));
        server.Clock.Advance(TimeSpan.FromMinutes(15));
        AssertNothing(await browser.Press(page, "allow"));
    }

    [Theory]
    [InlineData("maybe")]
    [InlineData("")]
    [InlineData("ALLOW")]
    public async Task Refuses_a_decision_that_is_none(string decision)
    {
        var browser = await server.Browse();
        AssertNothing(await browser.Press(await browser.Get(OAuth2Server.Authorize(TestClient.Web, ("prompt", "consent"))), decision));
    }

    [Fact]
    public async Task Ignores_whatever_else_a_form_carries()
    {
        var browser = await server.Browse();
        var page = await browser.Get(OAuth2Server.Authorize(TestClient.Web, ("prompt", "consent")));
        var allowed = await browser.Press(page, "allow", ("redirect_uri", "https://evil.example/"), ("scope", OAuth2Server.Documents), ("client_id", "foreign.example"), ("state", "forged"));
        Assert.StartsWith("https://app.example/cb?code=", allowed.Location, StringComparison.Ordinal);
        Assert.Equal("some-state", allowed.Parameter("state"));
        Assert.Equal(OAuth2Server.Calendar, (await server.Exchange(TestClient.Web, allowed.Parameter("code"))).Json("scope"));
    }

    [Fact]
    public async Task Sends_a_denial_to_the_stored_address_whatever_the_form_says()
    {
        var browser = await server.Browse();
        var page = await browser.Get(OAuth2Server.Authorize(TestClient.Web, ("prompt", "consent")));
        var denied = await browser.Press(page, "deny", ("redirect_uri", "https://evil.example/"), ("continue", "https://evil.example/"));
        Assert.StartsWith("https://app.example/cb?error=access_denied", denied.Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("urn:ietf:wg:oauth:2.0:oob")]
    [InlineData("urn:ietf:wg:oauth:2.0:oob:auto")]
    public async Task Shows_the_code_in_the_title_where_no_browser_can_be_sent(string redirectUri)
    {
        var browser = await server.Browse();
        var page = await browser.Get(OAuth2Server.Authorize(TestClient.Installed, ("redirect_uri", redirectUri), ("prompt", "consent")));
        Assert.Contains("A code is shown", page.Body, StringComparison.Ordinal);
        var allowed = await browser.Press(page, "allow");
        Assert.Equal(HttpStatusCode.OK, allowed.Status);
        Assert.StartsWith("Success code=4/", allowed.Title, StringComparison.Ordinal);
        var tokens = await server.Exchange(TestClient.Installed, allowed.Title["Success code=".Length..], ("redirect_uri", redirectUri));
        Assert.Equal(HttpStatusCode.OK, tokens.Status);
    }

    [Fact]
    public async Task Shows_a_denial_in_the_title_where_no_browser_can_be_sent()
    {
        var browser = await server.Browse();
        var denied = await browser.Press(await browser.Get(OAuth2Server.Authorize(TestClient.Installed, ("prompt", "consent"))), "deny");
        Assert.Equal((HttpStatusCode.OK, "Denied error=access_denied"), (denied.Status, denied.Title));
    }

    private static void AssertNothing(Answer answer)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Null(answer.Location);
        Assert.DoesNotContain("4/", answer.Title, StringComparison.Ordinal);
    }
}
