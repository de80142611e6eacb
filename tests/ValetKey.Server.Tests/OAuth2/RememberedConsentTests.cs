using System.Net;

namespace ValetKey.Server.Tests.OAuth2;

/// <summary>When a user is asked again, and when not.</summary>
public sealed class RememberedConsentTests(OAuth2Server server) : IClassFixture<OAuth2Server>
{
    [Fact]
    public async Task Answers_at_once_what_the_same_user_allowed_the_same_client_before()
    {
        var first = await server.Tokens(TestClient.Web, "joe@example.com");
        Assert.NotNull(first.Json("refresh_token"));
        var again = await (await server.Browse("joe@example.com")).Get(OAuth2Server.Authorize(TestClient.Web));
        Assert.Equal(HttpStatusCode.SeeOther, again.Status);
        Assert.Equal((server.Origin, "some-state"), (again.Parameter("iss"), again.Parameter("state")));
        var second = await server.Exchange(TestClient.Web, again.Parameter("code"));
        Assert.Equal(HttpStatusCode.OK, second.Status);
        Assert.Null(second.Json("refresh_token"));      // only on a fresh consent
    }

    [Theory]
    [InlineData("scope", OAuth2Server.Documents)]
    [InlineData("scope", OAuth2Server.Calendar + " " + OAuth2Server.Documents)]
    [InlineData("prompt", "consent")]
    [InlineData("approval_prompt", "force")]
    [InlineData("prompt", "select_account")]
    [InlineData("login_hint", "admin@example.com")]
    public async Task Asks_again_when_more_or_otherwise_is_asked_for(string name, string value)
    {
        await server.Tokens(TestClient.Sibling, "joe@example.com");
        Assert.Equal(HttpStatusCode.OK, (await (await server.Browse("joe@example.com")).Get(OAuth2Server.Authorize(TestClient.Sibling, (name, value)))).Status);
    }

    [Fact]
    public async Task Asks_again_for_another_user_and_another_client()
    {
        await server.Tokens(TestClient.Foreign, "joe@example.com");
        Assert.Equal(HttpStatusCode.OK, (await (await server.Browse("admin@example.com")).Get(OAuth2Server.Authorize(TestClient.Foreign))).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await server.Browse("joe@example.com")).Get(OAuth2Server.Authorize(TestClient.Development))).Status);
    }

    [Fact]
    public async Task Asks_again_when_access_while_away_is_new()
    {
        await server.Tokens(TestClient.Web, "zoe@other.example", ("access_type", "online"));
        var browser = await server.Browse("zoe@other.example");
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Get(OAuth2Server.Authorize(TestClient.Web, ("access_type", null)))).Status);
        var page = await browser.Get(OAuth2Server.Authorize(TestClient.Web));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotNull((await server.Exchange(TestClient.Web, (await browser.Press(page, "allow")).Parameter("code"))).Json("refresh_token"));
    }

    [Fact]
    public async Task Asks_again_after_revocation_and_gives_a_refresh_token_again()
    {
        var first = await server.Tokens(TestClient.Web, "admin@example.com");
        await server.Token("/o/oauth2/revoke", [("token", first.AccessToken)]);
        var browser = await server.Browse("admin@example.com");
        var page = await browser.Get(OAuth2Server.Authorize(TestClient.Web));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotNull((await server.Exchange(TestClient.Web, (await browser.Press(page, "allow")).Parameter("code"))).Json("refresh_token"));
    }

    [Fact]
    public async Task Keeps_one_grant_however_often_the_user_comes_back()
    {
        const string remembered = "oauth2_grants WHERE ClientId = 'development.example' AND ExpiresAt IS NULL";
        var before = server.Count(remembered);
        for (var time = 0; time < 3; time++)
        {
            await server.Tokens(TestClient.Development, "zoe@other.example", ("access_type", "online"));
            await server.Tokens(TestClient.Development, "zoe@other.example", ("access_type", "online"), ("prompt", "consent"));
        }

        Assert.Equal(before + 1, server.Count(remembered));
    }

    [Theory]
    [InlineData("prompt", "consent")]
    [InlineData("approval_prompt", "force")]
    public async Task Gives_a_refresh_token_again_when_consent_is_forced(string name, string value)
    {
        await server.Tokens(TestClient.Web);
        Assert.NotNull((await server.Tokens(TestClient.Web, "liz@example.com", (name, value))).Json("refresh_token"));
    }

    [Theory]
    [InlineData("online")]
    [InlineData(null)]
    public async Task Gives_no_refresh_token_unless_access_is_offline(string? accessType) =>
        Assert.Null((await server.Tokens(TestClient.Web, "liz@example.com", ("access_type", accessType), ("prompt", "consent"))).Json("refresh_token"));

    [Fact]
    public async Task Never_answers_at_once_for_a_client_without_a_secret()
    {
        await server.Tokens(TestClient.Public);
        var browser = await server.Browse();
        var page = await browser.Get(OAuth2Server.Authorize(TestClient.Public));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotNull((await server.Exchange(TestClient.Public, (await browser.Press(page, "allow")).Parameter("code"))).Json("refresh_token"));
        Assert.Equal("consent_required", (await browser.Get(OAuth2Server.Authorize(TestClient.Public, ("prompt", "none")))).Parameter("error"));
    }

    [Fact]
    public async Task Without_a_page_answers_login_required_consent_required_or_the_code()
    {
        var silent = OAuth2Server.Authorize(TestClient.Sibling, ("prompt", "none"));
        Assert.Equal("login_required", (await (await server.Browse(email: null)).Get(silent)).Parameter("error"));
        var browser = await server.Browse("zoe@other.example");
        Assert.Equal("consent_required", (await browser.Get(silent)).Parameter("error"));
        await server.Tokens(TestClient.Sibling, "zoe@other.example");
        Assert.NotEmpty((await browser.Get(silent)).Parameter("code"));
        Assert.Equal("login_required", (await browser.Get(silent + "&login_hint=liz%40example.com")).Parameter("error"));
        Assert.Equal("login_required", (await browser.Get(silent + "&hd=example.com")).Parameter("error"));
    }

    [Fact]
    public async Task Of_another_domain_than_hd_gets_a_page_that_offers_another_account()
    {
        var page = await (await server.Browse("zoe@other.example")).Get(OAuth2Server.Authorize(TestClient.Web, ("hd", "Example.com")));
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("/accounts/Logout?continue=%2Fo%2Foauth2%2Fauth%2Fcontinue%3Frequest%3D", page.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await (await server.Browse()).Get(OAuth2Server.Authorize(TestClient.Web, ("hd", "example.com"), ("prompt", "consent")))).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await server.Browse()).Get(OAuth2Server.Authorize(TestClient.Web, ("hd", "*"), ("prompt", "consent")))).Status);
    }

    [Fact]
    public async Task Passes_login_hint_and_hd_on_to_the_sign_in_page()
    {
        var browser = await server.Browse(email: null);
        var asked = await browser.Get(OAuth2Server.Authorize(TestClient.Web, ("login_hint", "liz@example.com"), ("hd", "example.com")));
        var signIn = await browser.Get(asked.Location!);
        Assert.Contains("value=\"liz@example.com\"", signIn.Body, StringComparison.Ordinal);
        Assert.Contains("in the domain example.com", signIn.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Includes_what_was_granted_before_inside_one_project_and_one_user()
    {
        await server.Tokens(TestClient.Development, "joe@example.com", ("scope", OAuth2Server.Documents));       // same project
        await server.Tokens(TestClient.Foreign, "joe@example.com", ("scope", "https://www.googleapis.com/auth/drive"));
        await server.Tokens(TestClient.Development, "admin@example.com", ("scope", "https://www.googleapis.com/auth/drive.readonly"));
        var browser = await server.Browse("joe@example.com");

        var page = await browser.Get(OAuth2Server.Authorize(TestClient.Installed, ("redirect_uri", "http://localhost:1/"), ("scope", OAuth2Server.ReadOnlyCalendar), ("include_granted_scopes", "true")));

        Assert.Contains(OAuth2Server.Documents, page.Body, StringComparison.Ordinal);       // what is granted is what is shown
        var code = (await browser.Press(page, "allow")).Parameter("code");
        var scopes = (await server.Exchange(TestClient.Installed, code, ("redirect_uri", "http://localhost:1/"))).Json("scope")!.Split(' ');
        Assert.Contains(OAuth2Server.ReadOnlyCalendar, scopes, StringComparer.Ordinal);
        Assert.Contains(OAuth2Server.Documents, scopes, StringComparer.Ordinal);
        Assert.DoesNotContain(scopes, scope => scope.Contains("auth/drive", StringComparison.Ordinal));
    }
}
