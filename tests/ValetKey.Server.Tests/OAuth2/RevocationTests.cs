using System.Net;

namespace ValetKey.Server.Tests.OAuth2;

/// <summary>Revocation in Google's dialect, RFC 7009 besides.</summary>
public sealed class RevocationTests(OAuth2Server server) : IClassFixture<OAuth2Server>
{
    [Theory]
    [InlineData("GET", "/o/oauth2/revoke", "refresh_token")]
    [InlineData("POST", "/o/oauth2/revoke", "refresh_token")]
    [InlineData("GET", "/revoke", "access_token")]
    [InlineData("POST", "/revoke", "access_token")]
    public async Task Of_either_token_by_query_or_body_ends_both(string method, string path, string kind)
    {
        var tokens = await Fresh();
        var answer = method == "GET" ? await Get(path, tokens.Json(kind)!) : await server.Token(path, [("token", tokens.Json(kind)), ("token_type_hint", "access_token")]);
        Assert.Equal((HttpStatusCode.OK, "{}", "no-store"), (answer.Status, answer.Body, answer.Headers["Cache-Control"]));
        await AssertDead(tokens);
    }

    [Fact]
    public async Task By_a_post_without_a_body_takes_the_token_from_the_query()
    {
        var tokens = await Fresh();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/o/oauth2/revoke?token=" + Uri.EscapeDataString(tokens.RefreshToken));
        Assert.Equal(HttpStatusCode.OK, (await server.Send(request)).Status);
        await AssertDead(tokens);
    }

    [Fact]
    public async Task Ends_all_that_the_user_allowed_the_client_and_nothing_of_others()
    {
        var (first, second) = (await Fresh(), await Fresh());
        var (otherUser, otherClient) = (await server.Tokens(TestClient.Web, "joe@example.com", ("prompt", "consent")), await server.Tokens(TestClient.Foreign));
        await Get("/o/oauth2/revoke", first.AccessToken);
        await AssertDead(second);
        Assert.Equal(HttpStatusCode.OK, (await server.ReadCalendar(otherUser.AccessToken)).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.ReadCalendar(otherClient.AccessToken)).Status);
    }

    [Fact]
    public async Task By_another_client_answers_200_and_has_no_effect()
    {
        var tokens = await Fresh();
        Assert.Equal(HttpStatusCode.OK, (await server.Token("/o/oauth2/revoke", [.. TestClient.Foreign.Credentials(), ("token", tokens.RefreshToken)])).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.ReadCalendar(tokens.AccessToken)).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.Refresh(TestClient.Web, tokens.RefreshToken)).Status);
    }

    [Fact]
    public async Task By_its_own_client_works_and_by_one_with_a_wrong_secret_is_401()
    {
        var tokens = await Fresh();
        var wrong = await server.Token("/o/oauth2/revoke", [("client_id", TestClient.Web.Id), ("client_secret", "wrong"), ("token", tokens.RefreshToken)]);
        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_client"), (wrong.Status, wrong.Error));
        Assert.Equal(HttpStatusCode.OK, (await server.ReadCalendar(tokens.AccessToken)).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.Token("/o/oauth2/revoke", [.. TestClient.Web.Credentials(), ("token", tokens.RefreshToken)])).Status);
        await AssertDead(tokens);
    }

    [Fact]
    public async Task Of_a_token_that_is_unknown_revoked_expired_or_a_code_is_invalid_token()
    {
        var revoked = await Fresh();
        await Get("/revoke", revoked.AccessToken);
        var expired = await Fresh();
        var code = await server.Code(TestClient.Web);
        server.Clock.Advance(TimeSpan.FromHours(1));
        foreach (var token in new[] { "made-up", revoked.AccessToken, revoked.RefreshToken, expired.AccessToken, code })
        {
            var answer = await Get("/revoke", token);
            Assert.Equal((HttpStatusCode.BadRequest, "invalid_token"), (answer.Status, answer.Error));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("?token=")]
    [InlineData("?token=a&token=b")]
    public async Task Without_one_token_is_invalid_request(string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/o/oauth2/revoke" + query);
        var answer = await server.Send(request);
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_request"), (answer.Status, answer.Error));
    }

    [Fact]
    public async Task In_an_address_that_cannot_be_read_is_invalid_request()
    {
        using var socket = new RawExchange(server.Http.BaseAddress!);
        var answer = await socket.Get("/o/oauth2/revoke?token=%");
        Assert.Equal(400, RawExchange.StatusOf(answer));
        Assert.Contains("invalid_request", answer, StringComparison.Ordinal);
    }

    private Task<Answer> Fresh() => server.Tokens(TestClient.Web, "liz@example.com", ("prompt", "consent"));

    private async Task<Answer> Get(string path, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{path}?token={Uri.EscapeDataString(token)}");
        return await server.Send(request);
    }

    private async Task AssertDead(Answer tokens)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.ReadCalendar(tokens.AccessToken)).Status);
        Assert.Equal("invalid_grant", (await server.Refresh(TestClient.Web, tokens.RefreshToken)).Error);
    }
}
