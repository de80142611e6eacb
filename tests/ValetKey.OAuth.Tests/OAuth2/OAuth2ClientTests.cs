using Microsoft.Extensions.Time.Testing;

namespace ValetKey.OAuth.Tests.OAuth2;

public sealed class OAuth2ClientTests
{
    private const string TokenAnswer = """{"access_token":"ya29.access","expires_in":3600,"token_type":"Bearer","refresh_token":"1/refresh","scope":"https://docs.google.com/feeds/ https://www.google.com/calendar/feeds/"}""";
    private static readonly FakeTimeProvider Time = new(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Completes_an_authorization_with_its_state_and_verifier()
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Json(TokenAnswer));
        var client = ClientOf(server);
        var pending = new MemoryPendingAuthorizations(Time).For("browser");
        var request = client.Authorize(pending);
        var asked = FormEncoding.Decode(new Uri(request.Url).Query.TrimStart('?')).ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        Assert.Equal((request.State, Pkce.Challenge(request.CodeVerifier!), "S256"), (asked["state"], asked["code_challenge"], asked["code_challenge_method"]));

        var result = await client.CompleteAsync($"?code=4%2Fabc&state={request.State}", pending, Stop);
        var token = Assert.IsType<OAuth2Result.Granted>(result).Token;
        Assert.Equal(("ya29.access", "1/refresh", Time.GetUtcNow().AddHours(1)), (token.AccessToken.Reveal(), token.RefreshToken!.Reveal(), token.ExpiresAt));
        Assert.Equal(["https://docs.google.com/feeds/", "https://www.google.com/calendar/feeds/"], token.Scopes);

        var sent = Assert.Single(server.Requests);
        Assert.Equal(("POST", "/o/oauth2/token", "authorization_code", "4/abc"), (sent.Method, sent.Target, sent.Form("grant_type"), sent.Form("code")));
        Assert.Equal(("client", "client-secret", "http://127.0.0.1:1/cb", request.CodeVerifier!.Reveal()), (sent.Form("client_id"), sent.Form("client_secret"), sent.Form("redirect_uri"), sent.Form("code_verifier")));

        var again = await client.CompleteAsync($"?code=4%2Fabc&state={request.State}", pending, Stop);
        Assert.Equal("state_mismatch", Assert.IsType<OAuth2Result.Failed>(again).Error.Code);
    }

    [Fact]
    public async Task Exchanges_nothing_for_the_state_of_another_browser()
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Json(TokenAnswer));
        var client = ClientOf(server);
        var pending = new MemoryPendingAuthorizations(Time);
        var request = client.Authorize(pending.For("mine"));
        Assert.IsType<OAuth2Result.Failed>(await client.CompleteAsync($"?code=c&state={request.State}", pending.For("theirs"), Stop));
        Assert.IsType<OAuth2Result.Failed>(await client.CompleteAsync("?code=c", pending.For("mine"), Stop));
        Assert.Empty(server.Requests);
        Assert.IsType<OAuth2Result.Declined>(await client.CompleteAsync($"?error=access_denied&state={request.State}", pending.For("mine"), Stop));
    }

    [Fact]
    public async Task Takes_a_token_from_the_fragment_only_where_it_asked_for_one()
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Json(TokenAnswer));
        var client = ClientOf(server);
        var (asked, other) = (client.Authorize(new OAuth2Options { ResponseType = "token" }), client.Authorize());
        Assert.DoesNotContain("code_challenge", asked.Url, StringComparison.Ordinal);
        var token = Assert.IsType<OAuth2Result.Granted>(await client.CompleteAsync($"http://127.0.0.1:1/cb#access_token=at&expires_in=60&state={asked.State}", asked, Stop)).Token;
        Assert.Equal(("at", null, Time.GetUtcNow().AddMinutes(1)), (token.AccessToken.Reveal(), token.RefreshToken, token.ExpiresAt));
        Assert.Equal(client.Scopes, token.Scopes);
        Assert.Equal("missing_code", Assert.IsType<OAuth2Result.Failed>(await client.CompleteAsync($"?access_token=at&state={other.State}", other, Stop)).Error.Code);
    }

    [Theory]
    [InlineData("""{"error":"invalid_grant","error_description":"Code was already redeemed."}""", "invalid_grant", "Code was already redeemed.")]
    [InlineData("""{"error":{"code":400,"status":"INVALID_ARGUMENT","message":"No."}}""", "INVALID_ARGUMENT", "No.")]
    public async Task Gives_the_error_of_the_server_as_a_value(string body, string code, string description)
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Json(body, 400));
        var error = Assert.IsType<OAuth2Result.Failed>(await ClientOf(server).ExchangeAsync("the-code", stop: Stop)).Error;
        Assert.Equal((code, description, 400), (error.Code, error.Description, error.Status));
    }

    [Theory]
    [InlineData(502, "text/html", "<html><body>Bad gateway</body>", "<html><body>Bad gateway</body>")]
    [InlineData(400, "application/json", "", "empty body")]
    [InlineData(400, "application/json", """{"error":"invalid_gr""", "{\"error\":\"invalid_gr")]
    [InlineData(200, "application/json", """{"access_token":"ya29.acc""", "{\"access_token\":\"•••")]
    [InlineData(200, "application/json", "{\"access_token\":\"a\\r\\nX: b\"}", "{\"access_token\":\"•••")]
    [InlineData(200, "application/json", """{"access_token":"a","token_type":"mac"}""", "token_type")]
    [InlineData(200, "application/json", """{"access_token":"\ud800"}""", "access_token")]
    [InlineData(200, "application/json", "[1]", "[1]")]
    [InlineData(400, "application/json", """{"no":"error"}""", "{\"no\":\"error\"}")]
    [InlineData(302, "text/html", "moved", "redirect")]
    public async Task Tells_an_answer_that_is_none_by_its_status_and_first_characters(int status, string type, string body, string excerpt)
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer(status, type, body));
        var error = Assert.IsType<OAuth2Result.Failed>(await ClientOf(server).ExchangeAsync("the-code", stop: Stop)).Error;
        Assert.Equal(("answer_unreadable", status), (error.Code, error.Status));
        Assert.Contains(excerpt, error.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("ya29", error.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_nothing_that_it_sent_though_the_server_repeats_it()
    {
        await using var server = new LoopbackServer(request => LoopbackServer.Json($$"""{"error":"invalid_grant","error_description":"{{request.Form("code")}} with {{request.Form("client_secret")}}"}""", 400));
        var error = Assert.IsType<OAuth2Result.Failed>(await ClientOf(server).ExchangeAsync("the-code", stop: Stop)).Error;
        Assert.Equal("••• with •••", error.Description);
    }

    [Fact]
    public async Task Refreshes_and_keeps_what_the_answer_leaves_out()
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Json("""{"access_token":"ya29.new","expires_in":"60"}"""));
        var old = new OAuth2Token("ya29.old", "1/refresh", null, ["scope"]) { IdToken = "id" };
        var token = Assert.IsType<OAuth2Result.Granted>(await ClientOf(server).RefreshAsync(old, Stop)).Token;
        Assert.Equal(old with { AccessToken = "ya29.new", ExpiresAt = Time.GetUtcNow().AddSeconds(60) }, token);
        Assert.Equal(("refresh_token", "1/refresh"), (server.Requests[0].Form("grant_type"), server.Requests[0].Form("refresh_token")));
    }

    [Fact]
    public async Task Shows_its_secret_by_basic_where_told_to_and_none_where_it_has_none()
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Json(TokenAnswer));
        await (ClientOf(server) with { Authentication = ClientAuthentication.Basic, ClientId = "a:b" }).ExchangeAsync("the-code", stop: Stop);
        await (ClientOf(server) with { ClientSecret = null }).ExchangeAsync("the-code", stop: Stop);
        Assert.Equal("Basic YSUzQWI6Y2xpZW50LXNlY3JldA==", server.Requests[0].Header("Authorization"));
        Assert.Null(server.Requests[0].Form("client_secret"));
        Assert.Equal(("client", null), (server.Requests[1].Form("client_id"), server.Requests[1].Form("client_secret")));
    }

    [Fact]
    public async Task Revokes_by_the_refresh_token_and_does_not_mind_one_that_is_gone()
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Json("""{"error":"invalid_token"}""", 400));
        await ClientOf(server).RevokeAsync(new("at", "rt", null, []), Stop);
        Assert.Equal(("/o/oauth2/revoke", "rt"), (server.Requests[0].Target, server.Requests[0].Form("token")));
    }

    [Fact]
    public async Task Says_when_a_token_could_not_be_revoked()
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer(503, "text/plain", "later"));
        Assert.Equal(503, (await Assert.ThrowsAsync<OAuth2Exception>(() => ClientOf(server).RevokeAsync(new("at", null, null, []), Stop))).Error.Status);
    }

    private static OAuth2Client ClientOf(LoopbackServer server) =>
        new("client", "client-secret", "http://127.0.0.1:1/cb", ["https://docs.google.com/feeds/"], OAuth2Endpoints.At(server.Origin)) { Time = Time };
}
