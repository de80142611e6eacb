using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace ValetKey.OAuth.Tests.OAuth1;

public sealed class OAuth1WaysTests : IAsyncLifetime
{
    private static readonly OAuth1Consumer Consumer = new("example.com", "secret");
    private readonly LoopbackServer _provider = new(Provide);
    private readonly HttpClient _browser = new(new SocketsHttpHandler { UseProxy = false });
    private OAuth1Flow Flow => new(Consumer, OAuth1Endpoints.At(_provider.Origin));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task A_web_application_gets_the_token_of_the_browser_that_began()
    {
        var all = new MemoryPendingRequestTokens(TimeProvider.System);
        var address = await Flow.BeginAsync(all.For("liz"), ["a"], new("http://127.0.0.1:1/cb"), stop: Stop);
        Assert.Contains("oauth_token=4%2Fabc", address.Query, StringComparison.Ordinal);
        const string Back = "?oauth_token=4%2Fabc&oauth_verifier=v";
        Assert.Equal("token_rejected", Assert.IsType<OAuth1Result.Failed>(await Flow.CompleteAsync(Back, all.For("mallory"), Stop)).Problem.Code);
        var token = Assert.IsType<OAuth1Result.Granted>(await Flow.CompleteAsync(Back, all.For("liz"), Stop)).Token;
        Assert.Equal(("1/def", "access-secret", "handle"), (token.Token, token.TokenSecret.Reveal(), token.SessionHandle!.Reveal()));
        Assert.Equal("liz", token.Detail("screen_name"));
        Assert.Equal("token_rejected", Assert.IsType<OAuth1Result.Failed>(await Flow.CompleteAsync(Back, all.For("liz"), Stop)).Problem.Code);     // used once
    }

    [Theory]
    [InlineData("?denied=4%2Fabc")]
    [InlineData("?oauth_problem=permission_denied&oauth_token=4%2Fabc")]
    public async Task A_user_who_declines_is_a_value(string back)
    {
        var pending = new MemoryPendingRequestTokens(TimeProvider.System).For("liz");
        await Flow.BeginAsync(pending, [], new("http://127.0.0.1:1/cb"), stop: Stop);
        Assert.IsType<OAuth1Result.Declined>(await Flow.CompleteAsync(back, pending, Stop));
        Assert.Null(pending.Take("4/abc"));
    }

    [Theory]
    [InlineData("?oauth_token=4%2Fabc")]
    [InlineData("?oauth_verifier=v")]
    [InlineData("?oauth_token=4%2Fabc&oauth_token=x&oauth_verifier=v")]
    [InlineData("?oauth_token=%zz")]
    public async Task A_redirect_that_is_none_is_refused(string back)
    {
        var pending = new MemoryPendingRequestTokens(TimeProvider.System).For("liz");
        await Flow.BeginAsync(pending, [], new("http://127.0.0.1:1/cb"), stop: Stop);
        Assert.IsType<OAuth1Result.Failed>(await Flow.CompleteAsync(back, pending, Stop));
    }

    [Fact]
    public void A_request_token_is_kept_ten_minutes_and_a_bounded_number_of_them()
    {
        var time = new FakeTimeProvider();
        var all = new MemoryPendingRequestTokens(time) { Capacity = 2 };
        foreach (var name in (string[])["a", "b", "c"])
        {
            all.For("liz").Save(new(name, "s", true));
        }

        Assert.Null(all.For("liz").Take("a"));
        Assert.NotNull(all.For("liz").Take("b"));
        time.Advance(TimeSpan.FromMinutes(10));
        Assert.Null(all.For("liz").Take("c"));
    }

    [Theory]
    [InlineData(" ver ", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public async Task A_console_asks_for_the_verifier(string? typed, bool isGranted)
    {
        var result = await Flow.LoginByVerifierAsync([], (address, _) =>
        {
            Assert.Equal("/accounts/OAuthAuthorizeToken", address.AbsolutePath);
            return Task.FromResult(typed);
        }, Stop);
        Assert.Equal(isGranted, result is OAuth1Result.Granted);
        Assert.Equal(!isGranted, result is OAuth1Result.Declined);
        Assert.Contains("oauth_callback=\"oob\"", _provider.Requests[0].Header("Authorization"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_desktop_program_waits_for_its_own_callback_and_for_nothing_else()
    {
        var result = await Flow.LoginInBrowserAsync([], new() { Open = async (page, stop) =>
        {
            var callback = CallbackOf(_provider.Requests[0]);
            Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync(new Uri(callback, "/favicon.ico"), stop)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync(callback, stop)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync(new Uri(callback, "?oauth_token=4%2Fother&oauth_verifier=v"), stop)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await _browser.PostAsync(new Uri(callback, "?oauth_token=4%2Fabc&oauth_verifier=v"), null, stop)).StatusCode);
            using var rebound = new HttpRequestMessage(HttpMethod.Get, new Uri(callback, "?oauth_token=4%2Fabc&oauth_verifier=v")) { Headers = { Host = "evil.example" } };
            Assert.Equal(HttpStatusCode.NotFound, (await _browser.SendAsync(rebound, stop)).StatusCode);
            _ = _browser.GetAsync(new Uri(callback, "?oauth_token=4%2Fabc&oauth_verifier=v"), stop);
        } }, Stop);
        Assert.Equal("1/def", Assert.IsType<OAuth1Result.Granted>(result).Token.Token);
    }

    [Fact]
    public async Task A_desktop_program_takes_no_for_an_answer()
    {
        var result = await Flow.LoginInBrowserAsync([], new() { Path = "/back", Open = (page, stop) =>
        {
            _ = _browser.GetAsync(new Uri(CallbackOf(_provider.Requests[0]), "?denied=4%2Fabc"), stop);
            return Task.CompletedTask;
        } }, Stop);
        Assert.IsType<OAuth1Result.Declined>(result);
    }

    [Fact]
    public async Task A_desktop_program_gives_up_waiting()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var flow = new OAuth1Flow(Consumer with { Time = time }, OAuth1Endpoints.At(_provider.Origin));
        var login = flow.LoginInBrowserAsync([], new() { Open = (_, _) =>
        {
            _ = Task.Run(async () =>
            {
                for (var i = 0; i < 100; i++)       // the wait begins after this returns
                {
                    await Task.Yield();
                    time.Advance(TimeSpan.FromMinutes(1));
                }
            }, Stop);
            return Task.CompletedTask;
        } }, Stop);
        time.Advance(TimeSpan.FromMinutes(6));
        while (!login.IsCompleted)
        {
            time.Advance(TimeSpan.FromMinutes(6));
            await Task.Yield();
        }

        Assert.Equal("callback_timeout", Assert.IsType<OAuth1Result.Failed>(await login).Problem.Code);
    }

    [Fact]
    public async Task A_token_is_renewed_by_its_session_handle()
    {
        var time = new FakeTimeProvider();
        var flow = new OAuth1Flow(Consumer with { Time = time }, OAuth1Endpoints.At(_provider.Origin));
        var fresh = await flow.RenewAsync(new("1/old", "old-secret") { SessionHandle = "han/dle", Scopes = ["a"] }, Stop);
        Assert.Equal(("1/def", "handle", time.GetUtcNow().AddSeconds(3600)), (fresh!.Token, fresh.SessionHandle!.Reveal(), fresh.ExpiresAt));
        Assert.Contains("oauth_session_handle=\"han%2Fdle\"", _provider.Requests[0].Header("Authorization"), StringComparison.Ordinal);
        Assert.Equal(["a"], fresh.Scopes);
        Assert.Null(await flow.RenewAsync(new("1/old", "old-secret"), Stop));
    }

    [Fact]
    public async Task A_clock_that_is_off_is_corrected_for_token_requests_too()
    {
        await using var server = new LoopbackServer(request => request.Header("Authorization")!.Contains("oauth_timestamp=\"1700000000\"", StringComparison.Ordinal)
            ? LoopbackServer.Form("oauth_token=t&oauth_token_secret=s")
            : LoopbackServer.Form("oauth_problem=timestamp_refused&oauth_acceptable_timestamps=1699999700-1700000300", 401));
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_700_009_999));
        var flow = new OAuth1Flow(Consumer with { Time = time }, OAuth1Endpoints.At(server.Origin));
        Assert.Equal("t", (await flow.RequestTokenAsync([], stop: Stop)).Token);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_provider_of_revision_1_0_is_asked_in_its_own_way()
    {
        var old = new OAuth1Provider
        {
            Id = "old", Name = "Old", Source = new("http://127.0.0.1/"), ApiUrl = "http://{host}/", RequestTokenUrl = "http://{host}/request", AuthorizeUrl = "http://{host}/authorize?x=1",
            AccessTokenUrl = "http://{host}/accounts/OAuthGetAccessToken", TokenMethod = "GET", HasVerifier = false, CallbackAtAuthorize = true, PermissionParameter = "perms", NeedsUserAgent = true,
            Transmission = ParameterTransmission.Query,
        };
        Assert.Throws<ArgumentException>(() => new OAuth1Flow(Consumer, old));
        await Assert.ThrowsAsync<InvalidOperationException>(() => new OAuth1Flow(Consumer, old, _provider.Origin.Authority).RequestTokenAsync([], stop: Stop));
        var flow = new OAuth1Flow(Consumer, old, _provider.Origin.Authority) { UserAgent = "test/1.0" };
        var pending = new MemoryPendingRequestTokens(TimeProvider.System).For("liz");
        var address = await flow.BeginAsync(pending, ["write"], new("http://127.0.0.1:1/cb"), stop: Stop);
        Assert.Equal("?x=1&oauth_token=4%2Fabc&oauth_callback=http%3A%2F%2F127.0.0.1%3A1%2Fcb&perms=write", address.Query);
        Assert.IsType<OAuth1Result.Granted>(await flow.CompleteAsync("?oauth_token=4%2Fabc", pending, Stop));
        Assert.All(_provider.Requests, request => Assert.Equal(("GET", "test/1.0"), (request.Method, request.Header("User-Agent"))));
        Assert.DoesNotContain("oauth_callback", _provider.Requests[0].Target, StringComparison.Ordinal);
    }

    private static Uri CallbackOf(LoopbackServer.Request request)
    {
        Assert.True(AuthorizationHeader.TryParse(request.Header("Authorization")!, out var header, out _));
        return new(header.Parameters.Single(p => p.Name == ProtocolParameter.Callback).Value);
    }

    private static string Provide(LoopbackServer.Request request) => LoopbackServer.Form(request.Target.Contains("OAuthGetAccessToken", StringComparison.Ordinal)
        ? "oauth_token=1%2Fdef&oauth_token_secret=access-secret&oauth_session_handle=handle&oauth_expires_in=3600&oauth_authorization_expires_in=99999999999999999&screen_name=liz"
        : "oauth_token=4%2Fabc&oauth_token_secret=request-secret&oauth_callback_confirmed=true");
}
