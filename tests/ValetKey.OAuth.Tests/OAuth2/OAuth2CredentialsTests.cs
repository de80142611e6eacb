using Microsoft.Extensions.Time.Testing;

namespace ValetKey.OAuth.Tests.OAuth2;

public sealed class OAuth2CredentialsTests
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));
    private int _refreshes;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private OAuth2Token Ended => new("old", "refresh", _time.GetUtcNow().AddSeconds(29), ["https://docs.google.com/feeds/"]);

    [Fact]
    public async Task Put_a_token_that_lasts_on_the_request_as_it_is()
    {
        await using var server = Server();
        var credentials = ClientOf(server).With(Ended with { ExpiresAt = _time.GetUtcNow().AddSeconds(31) });
        Assert.Equal("Bearer old", (await credentials.AuthorizeAsync(Request(), Stop)).Headers.Authorization!.ToString());
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Refresh_an_ended_token_once_for_many_callers()
    {
        await using var server = Server();
        List<string> kept = [];
        var credentials = ClientOf(server).With(Ended, (token, _) =>
        {
            kept.Add(token.AccessToken.Reveal());
            return Task.CompletedTask;
        });
        var requests = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => credentials.AuthorizeAsync(Request(), Stop)));
        Assert.All(requests, request => Assert.Equal("Bearer new1", request.Headers.Authorization!.ToString()));
        Assert.Single(server.Requests);
        Assert.Equal(["new1"], kept);
        Assert.Equal(("new1", "refresh"), (credentials.Token!.AccessToken.Reveal(), credentials.Token.RefreshToken!.Reveal()));
    }

    [Fact]
    public async Task Share_one_refresh_with_other_credentials_of_the_same_client()
    {
        await using var server = Server();
        var client = ClientOf(server);
        var (calendars, documents) = (client.With(Ended), client.With(Ended));
        await calendars.AuthorizeAsync(Request(), Stop);
        Assert.Equal("Bearer new1", (await documents.AuthorizeAsync(Request(), Stop)).Headers.Authorization!.ToString());
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Refresh_again_when_the_renewed_token_has_ended_too()
    {
        await using var server = Server();
        var client = ClientOf(server);
        await client.With(Ended).AuthorizeAsync(Request(), Stop);
        _time.Advance(TimeSpan.FromHours(2));
        Assert.Equal("Bearer new2", (await client.With(Ended with { ExpiresAt = Ended.ExpiresAt - TimeSpan.FromHours(2) }).AuthorizeAsync(Request(), Stop)).Headers.Authorization!.ToString());
    }

    [Fact]
    public async Task Refresh_after_a_401_unless_that_was_done_since()
    {
        await using var server = Server();
        var credentials = ClientOf(server).With(Ended with { ExpiresAt = null });
        var (first, second) = (await credentials.AuthorizeAsync(Request(), Stop), await credentials.AuthorizeAsync(Request(), Stop));
        Assert.True(await credentials.RefreshAsync(first, Stop));
        Assert.True(await credentials.RefreshAsync(second, Stop));
        Assert.Equal("Bearer new1", (await credentials.AuthorizeAsync(first, Stop)).Headers.Authorization!.ToString());
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Are_not_worth_another_try_without_a_refresh_token_or_when_the_server_says_no()
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Json("""{"error":"invalid_grant"}""", 400));
        var without = ClientOf(server).With(new OAuth2Token("at", null, null, []));
        Assert.False(await without.RefreshAsync(await without.AuthorizeAsync(Request(), Stop), Stop));
        Assert.Empty(server.Requests);
        var refused = ClientOf(server).With(Ended with { ExpiresAt = null });
        Assert.False(await refused.RefreshAsync(await refused.AuthorizeAsync(Request(), Stop), Stop));
        Assert.False(await refused.RefreshAsync(await refused.AuthorizeAsync(Request(), Stop), Stop));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Throw_the_servers_error_when_an_ended_token_is_not_renewed()
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Json("""{"error":"invalid_grant","error_description":"Token has been revoked."}""", 400));
        var credentials = ClientOf(server).With(Ended with { ExpiresAt = _time.GetUtcNow() });
        Assert.Equal("invalid_grant", (await Assert.ThrowsAsync<OAuth2Exception>(() => credentials.AuthorizeAsync(Request(), Stop))).Error.Code);
    }

    [Fact]
    public async Task Use_a_token_to_its_end_when_it_is_not_renewed()
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Json("""{"error":"temporarily_unavailable"}""", 503));
        Assert.Equal("Bearer old", (await ClientOf(server).With(Ended).AuthorizeAsync(Request(), Stop)).Headers.Authorization!.ToString());
    }

    [Fact]
    public async Task Put_the_renewed_token_into_the_store()
    {
        await using var server = Server();
        var store = new MemoryTokenStore();
        await store.AddAsync(Ended, Stop);
        await store.AddAsync(new OAuth2Token("other", null, null, ["https://www.google.com/calendar/feeds/"]), Stop);
        var credentials = ClientOf(server).With(store);
        Assert.Equal("Bearer new1", (await credentials.AuthorizeAsync(Request(), Stop)).Headers.Authorization!.ToString());
        Assert.Equal("new1 other", string.Join(' ', (await store.ListAsync(Stop)).Cast<OAuth2Token>().Select(t => t.AccessToken.Reveal())));
    }

    [Fact]
    public async Task Refuse_to_send_a_token_with_a_line_break()
    {
        await using var server = Server();
        var credentials = ClientOf(server).With(new OAuth2Token("a\r\nX: b", null, null, []));
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => credentials.AuthorizeAsync(Request(), Stop));
        Assert.DoesNotContain("X: b", thrown.Message, StringComparison.Ordinal);
    }

    private static HttpRequestMessage Request() => new(HttpMethod.Get, "https://docs.google.com/feeds/default/private/full");

    private LoopbackServer Server() => new(_ => LoopbackServer.Json($$"""{"access_token":"new{{Interlocked.Increment(ref _refreshes)}}","expires_in":3600}"""));

    private OAuth2Client ClientOf(LoopbackServer server) => new("client", "secret", endpoints: OAuth2Endpoints.At(server.Origin)) { Time = _time };
}
