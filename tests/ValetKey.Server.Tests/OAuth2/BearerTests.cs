using System.Net;
using System.Net.Http.Headers;
using ValetKey.Server.Accounts;

namespace ValetKey.Server.Tests.OAuth2;

/// <summary>Access tokens at a protected resource (RFC 6750).</summary>
public sealed class BearerTests(OAuth2Server server) : IClassFixture<OAuth2Server>
{
    [Fact]
    public async Task Unknown_garbage_revoked_and_expired_tokens_get_the_same_401()
    {
        var revoked = await server.Tokens(TestClient.Sibling);
        await server.Token("/revoke", [("token", revoked.AccessToken)]);
        var expired = await server.Tokens(TestClient.Web);
        server.Clock.Advance(TimeSpan.FromHours(1));
        var answers = new List<Answer>();
        foreach (var token in new[] { "ya29.made-up", "x", "....", revoked.AccessToken, expired.AccessToken })
        {
            answers.Add(await server.ReadCalendar(token));
        }

        Assert.All(answers, answer =>
        {
            Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
            Assert.StartsWith("Bearer realm=\"ValetKey\", error=\"invalid_token\", error_description=", answer.WwwAuthenticate, StringComparison.Ordinal);
            Assert.Equal((answers[0].WwwAuthenticate, answers[0].Body), (answer.WwwAuthenticate, answer.Body));
        });
    }

    [Fact]
    public async Task Live_for_an_hour_to_the_second()
    {
        var tokens = await server.Tokens(TestClient.Web);
        server.Clock.Advance(TimeSpan.FromSeconds(3599));
        Assert.Equal(HttpStatusCode.OK, (await server.ReadCalendar(tokens.AccessToken)).Status);
        server.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.ReadCalendar(tokens.AccessToken)).Status);
    }

    [Fact]
    public async Task Without_an_end_live_until_revoked()
    {
        await server.Tokens(TestClient.Web, "liz@example.com", ("prompt", "consent"));      // a grant that the sweep leaves alone
        await server.Execute(
            "INSERT INTO oauth2_tokens (TokenHash, Kind, GrantId, Scopes) SELECT @hash, 'access', MAX(GrantId), @scope FROM oauth2_tokens",
            ("@hash", OpaqueToken.Hash("ready-made")), ("@scope", OAuth2Server.Calendar));
        server.Clock.Advance(TimeSpan.FromDays(100));
        Assert.Equal(HttpStatusCode.OK, (await server.ReadCalendar("ready-made")).Status);
    }

    [Fact]
    public async Task Refresh_tokens_codes_handles_and_cookies_are_none()
    {
        var tokens = await server.Tokens(TestClient.Web, "liz@example.com", ("prompt", "consent"));
        var browser = await server.Browse();
        var page = await browser.Get(OAuth2Server.Authorize(TestClient.Web, ("prompt", "consent")));
        foreach (var other in new[] { tokens.RefreshToken, await server.Code(TestClient.Web), Browser.Hidden(page).Single(field => field.Name == "request").Value, browser.Cookies["valetkey"], "web-secret" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await server.ReadCalendar(other)).Status);
        }
    }

    [Fact]
    public async Task Are_no_codes_and_no_refresh_tokens()
    {
        var tokens = await server.Tokens(TestClient.Web, "liz@example.com", ("prompt", "consent"));
        Assert.Equal("invalid_grant", (await server.Exchange(TestClient.Web, tokens.AccessToken)).Error);
        Assert.Equal("invalid_grant", (await server.Exchange(TestClient.Web, tokens.RefreshToken)).Error);
        Assert.Equal("invalid_grant", (await server.Refresh(TestClient.Web, tokens.AccessToken)).Error);
        Assert.Equal("invalid_grant", (await server.Refresh(TestClient.Web, await server.Code(TestClient.Web))).Error);
        Assert.Equal(HttpStatusCode.OK, (await server.ReadCalendar(tokens.AccessToken)).Status);
    }

    [Fact]
    public async Task Read_only_open_reading_and_answer_writing_with_403_that_names_the_scope()
    {
        var tokens = await server.Tokens(TestClient.Web, "liz@example.com", ("scope", OAuth2Server.ReadOnlyCalendar));
        Assert.Equal(HttpStatusCode.OK, (await server.ReadCalendar(tokens.AccessToken)).Status);
        var write = await server.Call(HttpMethod.Post, tokens.AccessToken);
        Assert.Equal(HttpStatusCode.Forbidden, write.Status);
        Assert.Contains("error=\"insufficient_scope\"", write.WwwAuthenticate, StringComparison.Ordinal);
        Assert.Contains($"scope=\"{OAuth2Server.Calendar}\"", write.WwwAuthenticate, StringComparison.Ordinal);
        Assert.Contains(OAuth2Server.Calendar, write.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Suspended = 1", "Suspended = 0")]
    [InlineData("DeletedAt = 1", "DeletedAt = NULL")]
    public async Task Stop_at_once_with_their_user(string gone, string back)
    {
        var tokens = await server.Tokens(TestClient.Web, "zoe@other.example");
        Assert.Equal("zoe@other.example", (await server.ReadCalendar(tokens.AccessToken)).Body);
        await server.Execute($"UPDATE users SET {gone} WHERE UserName = 'zoe'");
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.ReadCalendar(tokens.AccessToken)).Status);
        await server.Execute($"UPDATE users SET {back} WHERE UserName = 'zoe'");
    }

    [Theory]
    [InlineData("bearer")]
    [InlineData("BEARER")]
    public async Task Are_taken_in_any_case_of_the_scheme(string scheme)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/calendar/feeds/tested");
        request.Headers.Authorization = new AuthenticationHeaderValue(scheme, (await server.Tokens(TestClient.Web)).AccessToken);
        Assert.Equal(HttpStatusCode.OK, (await server.Send(request)).Status);
    }

    [Fact]
    public async Task In_the_query_are_not_taken()
    {
        var token = (await server.Tokens(TestClient.Web)).AccessToken;
        using var alone = new HttpRequestMessage(HttpMethod.Get, "/calendar/feeds/tested?access_token=" + token);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Send(alone)).Status);
        using var both = new HttpRequestMessage(HttpMethod.Get, "/calendar/feeds/tested?access_token=" + token);
        both.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Send(both)).Status);
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer \t")]
    public async Task That_are_empty_get_401(string header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/calendar/feeds/tested");
        request.Headers.TryAddWithoutValidation("Authorization", header);
        var answer = await server.Send(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Contains("Bearer", answer.WwwAuthenticate, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_are_missing_get_401_that_names_the_ways_in()
    {
        var answer = await server.ReadCalendar(null);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Contains("Bearer", answer.WwwAuthenticate, StringComparison.Ordinal);
    }
}
