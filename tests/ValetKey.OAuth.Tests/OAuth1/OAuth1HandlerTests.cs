using System.Globalization;
using Microsoft.Extensions.Time.Testing;

namespace ValetKey.OAuth.Tests.OAuth1;

public sealed class OAuth1HandlerTests
{
    private static readonly OAuth1Consumer Consumer = new("example.com", "secret");
    private static readonly OAuth1Token Token = new("1/AbC", "token-secret");
    private readonly Checks _checks = new(Consumer, [Token]);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ParameterTransmission.Header)]
    [InlineData(ParameterTransmission.Query)]
    public async Task Signs_each_hop_of_a_redirect_anew(ParameterTransmission transmission)
    {
        await using var server = new LoopbackServer(request => request.Target.StartsWith("/a", StringComparison.Ordinal) ? Redirect(302, "/b?session=1") : Ok());
        using var http = Client(Consumer with { Transmission = transmission });
        using var answer = await http.GetAsync(new Uri(server.Origin, "/a?x=1"), Stop);
        Assert.Equal("done", await answer.Content.ReadAsStringAsync(Stop));
        Assert.Equal(2, server.Requests.Count);
        Assert.Null(await _checks.ProblemOf(server.Requests[0].Received()));
        Assert.Null(await _checks.ProblemOf(server.Requests[1].Received()));        // another nonce, or it would be nonce_used
    }

    [Theory]
    [InlineData(301, "POST", "GET", "")]
    [InlineData(302, "POST", "GET", "")]
    [InlineData(303, "POST", "GET", "")]
    [InlineData(303, "DELETE", "GET", "")]
    [InlineData(307, "POST", "POST", "a=b+c")]
    [InlineData(308, "PUT", "PUT", "a=b+c")]
    [InlineData(301, "PUT", "PUT", "a=b+c")]
    public async Task Keeps_or_changes_the_method_as_the_status_says(int status, string method, string then, string body)
    {
        await using var server = new LoopbackServer(request => request.Target == "/a" ? Redirect(status, "/b") : Ok());
        using var http = Client(Consumer);
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(server.Origin, "/a")) { Content = FormContent.Of([new("a", "b c")]) };
        using var answer = await http.SendAsync(request, Stop);
        Assert.Equal((then, body), (server.Requests[1].Method, server.Requests[1].Body));
        Assert.Null(await _checks.ProblemOf(server.Requests[1].Received()));
    }

    [Theory]
    [InlineData(ParameterTransmission.Header)]
    [InlineData(ParameterTransmission.Query)]
    public async Task Takes_no_credential_to_another_origin(ParameterTransmission transmission)
    {
        await using var elsewhere = new LoopbackServer(request => request.Target == "/back" ? Ok() : Redirect(302, "/back"));
        await using var server = new LoopbackServer(_ => Redirect(302, new Uri(elsewhere.Origin, "/c").AbsoluteUri));
        using var http = Client(Consumer with { Transmission = transmission });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Origin, "/a")) { Headers = { { "Cookie", "s=1" }, { "Proxy-Authorization", "Basic eA==" } } };
        using var answer = await http.SendAsync(request, Stop);
        Assert.Equal(2, elsewhere.Requests.Count);
        Assert.All(elsewhere.Requests, sent =>
        {
            Assert.DoesNotContain("oauth", sent.Target, StringComparison.Ordinal);
            Assert.Null(sent.Header("Authorization"));
            Assert.Null(sent.Header("Proxy-Authorization"));
            Assert.Null(sent.Header("Cookie"));
        });
    }

    [Fact]
    public async Task Is_not_led_back_to_sign_what_another_origin_wants()
    {
        var home = new Uri("http://127.0.0.1/");
        await using var elsewhere = new LoopbackServer(_ => Redirect(302, new Uri(home, "/transfer").AbsoluteUri));
        await using var server = new LoopbackServer(request => request.Target == "/a" ? Redirect(302, new Uri(elsewhere.Origin, "/c").AbsoluteUri) : Ok());
        home = server.Origin;
        using var http = Client(Consumer);
        using var answer = await http.GetAsync(new Uri(server.Origin, "/a"), Stop);
        Assert.Null(server.Requests[1].Header("Authorization"));
    }

    [Fact]
    public async Task Takes_no_body_to_another_origin()
    {
        await using var elsewhere = new LoopbackServer(_ => Ok());
        await using var server = new LoopbackServer(_ => Redirect(307, elsewhere.Origin.AbsoluteUri));
        using var http = Client(Consumer with { Transmission = ParameterTransmission.Body });
        using var answer = await http.PostAsync(server.Origin, FormContent.Of([new("a", "b")]), Stop);
        Assert.Equal(307, (int)answer.StatusCode);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task Returns_the_redirect_where_the_body_cannot_be_sent_again()
    {
        await using var server = new LoopbackServer(_ => Redirect(307, "/b"));
        using var http = Client(Consumer);
        using var answer = await http.PostAsync(server.Origin, new StreamContent(new MemoryStream([1, 2, 3])), Stop);
        Assert.Equal(307, (int)answer.StatusCode);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Stops_after_five_hops_and_lists_them()
    {
        await using var server = new LoopbackServer(request => Redirect(302, $"{request.Target.Split('?')[0]}x?secret=hidden"));
        using var http = Client(Consumer);
        var thrown = await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri(server.Origin, "/a"), Stop));
        Assert.Equal(6, server.Requests.Count);
        Assert.Contains("/axxxxx -> ", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follows_nothing_when_it_is_told_so()
    {
        await using var server = new LoopbackServer(_ => Redirect(302, "/b"));
        using var http = new HttpClient(new OAuth1Handler(Consumer.With(Token), new SocketsHttpHandler { UseProxy = false }) { FollowRedirects = false });
        using var answer = await http.GetAsync(server.Origin, Stop);
        Assert.Equal(302, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData(-4000, true)]
    [InlineData(80_000, true)]
    [InlineData(-90_000, false)]        // more than a day
    public async Task Corrects_a_clock_that_is_off_once(int secondsOff, bool isCorrected)
    {
        var ours = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000 + secondsOff));
        var theirs = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));
        var checks = new Checks(Consumer, [Token], theirs);
        await using var server = new LoopbackServer(request => Answer(checks.RefusalOf(request.Received()).GetAwaiter().GetResult()));
        var consumer = Consumer with { Time = ours };
        using var http = Client(consumer);
        using var first = await http.GetAsync(new Uri(server.Origin, "/a"), Stop);
        Assert.Equal(isCorrected, first.IsSuccessStatusCode);
        Assert.Equal(isCorrected ? 2 : 1, server.Requests.Count);

        using var second = await http.GetAsync(new Uri(server.Origin, "/b"), Stop);
        Assert.Equal(isCorrected ? 3 : 2, server.Requests.Count);       // remembered
    }

    [Fact]
    public async Task Sets_the_clock_by_the_date_where_the_window_is_not_told()
    {
        var ours = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));
        await using var server = new LoopbackServer(request => request.Header("Authorization")!.Contains("1700003600", StringComparison.Ordinal) ? Ok()
            : LoopbackServer.Answer(401, "application/x-www-form-urlencoded", "oauth_problem=timestamp_refused", "Date: Tue, 14 Nov 2023 23:13:20 GMT\r\n"));
        using var http = Client(Consumer with { Time = ours });
        using var answer = await http.GetAsync(server.Origin, Stop);
        Assert.True(answer.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Does_not_send_a_stream_again_for_a_clock()
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer(401, "text/plain", "oauth_problem=timestamp_refused&oauth_acceptable_timestamps=1-3"));
        using var http = Client(Consumer);
        using var answer = await http.PostAsync(server.Origin, new StreamContent(new MemoryStream([1])), Stop);
        Assert.Equal("oauth_problem=timestamp_refused&oauth_acceptable_timestamps=1-3", await answer.Content.ReadAsStringAsync(Stop));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Renews_a_token_once_for_many_callers()
    {
        var fresh = new OAuth1Token("1/fresh", "fresh-secret") { SessionHandle = "handle" };
        var checks = new Checks(Consumer, [fresh]);
        await using var server = new LoopbackServer(request => Answer(checks.RefusalOf(request.Received()).GetAwaiter().GetResult()));
        var renewals = 0;
        var credentials = Consumer.With(new OAuth1Token("1/old", "old-secret") { SessionHandle = "handle" }, (_, _) =>
        {
            Interlocked.Increment(ref renewals);
            return Task.FromResult<OAuth1Token?>(fresh);
        });
        using var http = new HttpClient(new OAuth1Handler(credentials, new SocketsHttpHandler { UseProxy = false }));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(at => http.GetAsync(new Uri(server.Origin, at.ToString(CultureInfo.InvariantCulture)), Stop)));
        Assert.All(answers, answer => Assert.True(answer.IsSuccessStatusCode));
        Assert.Equal(1, renewals);
        Assert.Same(fresh, credentials.Token);
    }

    [Fact]
    public async Task Renews_a_token_before_it_ends()
    {
        var time = new FakeTimeProvider();
        var old = new OAuth1Token("1/old", "s") { SessionHandle = "h", ExpiresAt = time.GetUtcNow().AddSeconds(60) };
        var credentials = (Consumer with { Time = time }).With(old, (_, _) => Task.FromResult<OAuth1Token?>(old with { Token = "1/fresh", ExpiresAt = time.GetUtcNow().AddHours(1) }));
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1/");
        await credentials.AuthorizeAsync(request, Stop);
        Assert.Equal("1/old", credentials.Token!.Token);
        time.Advance(TimeSpan.FromSeconds(40));
        await credentials.AuthorizeAsync(request, Stop);
        Assert.Contains("1%2Ffresh", request.Headers.Authorization!.Parameter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_to_send_synchronously()
    {
        using var http = Client(Consumer);
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1:1/");
        await Task.Run(() => Assert.Throws<NotSupportedException>(() => http.Send(request, Stop)), Stop);
    }

    private static HttpClient Client(OAuth1Consumer consumer) => new(new OAuth1Handler(consumer.With(Token), new SocketsHttpHandler { UseProxy = false }));     // which would follow redirects itself

    private static string Ok() => LoopbackServer.Answer(200, "text/plain", "done");

    private static string Redirect(int status, string location) => LoopbackServer.Answer(status, "text/plain", "moved", $"Location: {location}\r\n");

    private static string Answer(OAuthProblem? problem) => problem is null ? Ok()
        : LoopbackServer.Answer(problem.Status, "application/x-www-form-urlencoded", "", $"WWW-Authenticate: {problem.ToWwwAuthenticate("r")}\r\n");
}
