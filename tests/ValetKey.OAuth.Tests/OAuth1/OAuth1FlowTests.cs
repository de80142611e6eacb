namespace ValetKey.OAuth.Tests.OAuth1;

public sealed class OAuth1FlowTests
{
    private const string RequestTokenAnswer = "oauth_token=4%2Fabc&oauth_token_secret=request%2Bsecret&oauth_callback_confirmed=true";
    private static readonly OAuth1Consumer Consumer = new("example.com", "example-com-secret");

    [Theory]
    [InlineData(ParameterTransmission.Header)]
    [InlineData(ParameterTransmission.Query)]
    [InlineData(ParameterTransmission.Body)]
    public async Task Asks_signed_for_a_request_token_and_exchanges_it(ParameterTransmission transmission)
    {
        await using var server = new LoopbackServer(request => LoopbackServer.Form(
            request.Target.StartsWith("/accounts/OAuthGetRequestToken", StringComparison.Ordinal) ? RequestTokenAnswer : "oauth_token=1%2Fdef&oauth_token_secret=access%2Fsecret\n"));
        var flow = new OAuth1Flow(Consumer with { Transmission = transmission, Realm = "r" }, OAuth1Endpoints.At(server.Origin));

        var request = await flow.RequestTokenAsync(["https://docs.google.com/feeds/", "https://www.google.com/calendar/feeds/"], "http://127.0.0.1:1/cb?x=1", "A b", TestContext.Current.CancellationToken);
        Assert.Equal(("4/abc", "request+secret", true), (request.Token, request.TokenSecret.Reveal(), request.CallbackConfirmed));
        Assert.Equal($"{server.Origin}accounts/OAuthAuthorizeToken?oauth_token=4%2Fabc&hd=default", flow.AuthorizeUrl(request, [new("hd", "default")]).AbsoluteUri);

        var token = await flow.AccessTokenAsync(request, "ver/ifier", TestContext.Current.CancellationToken);
        Assert.Equal(("1/def", "access/secret"), (token.Token, token.TokenSecret.Reveal()));
        Assert.Equal(request.Scopes, token.Scopes);

        var asked = await VerifyAsync(server.Requests[0], OAuth1Endpoint.RequestToken);
        Assert.Equal("https://docs.google.com/feeds/ https://www.google.com/calendar/feeds/", asked.Find("scope"));
        Assert.Equal(("http://127.0.0.1:1/cb?x=1", "A b"), (asked.Find("oauth_callback"), asked.Find("xoauth_displayname")));
        Assert.Equal("ver/ifier", (await VerifyAsync(server.Requests[1], OAuth1Endpoint.AccessToken)).Find("oauth_verifier"));
    }

    [Fact]
    public async Task Throws_the_problem_that_the_server_names()
    {
        var told = OAuthProblem.ParameterAbsent("scope", "oauth_callback");
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer(400, "application/x-www-form-urlencoded", told.ToForm(), $"WWW-Authenticate: {told.ToWwwAuthenticate("r")}\r\n"));
        var thrown = await Assert.ThrowsAsync<OAuth1Exception>(() => AskAsync(server));
        Assert.Equal((told.Code, 400, told.Mend), (thrown.Problem.Code, thrown.Status, thrown.Problem.Mend));
        Assert.Equal("scope&oauth_callback", thrown.Problem.Detail("oauth_parameters_absent"));
    }

    [Fact]
    public async Task Finds_the_problem_in_the_header_where_the_body_has_none()
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer(401, "text/html", "<p>No.", "WWW-Authenticate: OAuth realm=\"r\", oauth_problem=\"token_expired\"\r\n"));
        Assert.Equal("token_expired", (await Assert.ThrowsAsync<OAuth1Exception>(() => AskAsync(server))).Problem.Code);
    }

    [Theory]
    [InlineData(502, "text/html", "<html><body>Bad gateway", "502", "<html><body>Bad gateway")]
    [InlineData(500, "text/plain", "", "500", "empty body")]
    [InlineData(200, "application/x-www-form-urlencoded", "oauth_token=4%2Fabc&oauth_token_sec", "200", "oauth_token=•••")]
    [InlineData(200, "text/plain", "%zz=%", "200", "%zz=%")]
    [InlineData(400, "text/html", "<a href='?oauth_problem=%zz'>", "400", "<a href=")]
    public async Task Tells_an_answer_that_is_none_by_its_status_and_first_characters(int status, string type, string body, string first, string second)
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer(status, type, body));
        var thrown = await Assert.ThrowsAsync<OAuth1Exception>(() => AskAsync(server));
        Assert.Equal(status, thrown.Status);
        Assert.Contains(first, thrown.Message, StringComparison.Ordinal);
        Assert.Contains(second, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_follow_a_redirect_with_its_signature()
    {
        await using var elsewhere = new LoopbackServer(_ => LoopbackServer.Form(RequestTokenAnswer));
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer(307, "text/plain", "Moved", $"Location: {elsewhere.Origin}\r\n"));
        Assert.Equal(307, (await Assert.ThrowsAsync<OAuth1Exception>(() => AskAsync(server))).Status);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task Reads_no_more_than_a_mebibyte()
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Form(new string('a', 1024 * 1024 + 1)));
        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(server));
    }

    [Fact]
    public async Task Shows_no_secret_that_the_server_sends_back()
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer(500, "text/html", "<p>Secret example-com-secret is wrong, oauth_token_secret=short"));
        var thrown = await Assert.ThrowsAsync<OAuth1Exception>(() => AskAsync(server));
        Assert.DoesNotContain("example-com-secret", thrown.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("short", thrown.Message, StringComparison.Ordinal);
    }

    private static Task<OAuth1RequestToken> AskAsync(LoopbackServer server) =>
        new OAuth1Flow(Consumer, OAuth1Endpoints.At(server.Origin)).RequestTokenAsync(["https://docs.google.com/feeds/"], stop: TestContext.Current.CancellationToken);

    private static async Task<OAuth1Verification.Verified> VerifyAsync(LoopbackServer.Request request, OAuth1Endpoint endpoint)
    {
        var store = new MemoryVerifierStore();
        store.Consumers.Add("example.com", new("example.com", "example-com-secret", [], [SignatureMethod.HmacSha1], Enabled: true));
        store.Tokens.Add("4/abc", new("4/abc", "request+secret", "example.com", OAuth1TokenState.ApprovedRequest));
        store.Verifiers.Add("4/abc", "ver/ifier");
        var nonces = new MemoryNonceStore(TimeProvider.System, TimeSpan.FromMinutes(5)) { RefuseBefore = DateTimeOffset.UnixEpoch };
        var verifier = new RequestVerifier(store, nonces, new(), TimeProvider.System);
        return Assert.IsType<OAuth1Verification.Verified>(await verifier.VerifyAsync(request.Received(), endpoint, TestContext.Current.CancellationToken));
    }
}
