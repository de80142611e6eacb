using System.Net;
using System.Net.Http.Headers;
using ValetKey.EndToEnd.Pressing;
using ValetKey.EndToEnd.Processes;
using ValetKey.OAuth;

namespace ValetKey.EndToEnd;

/// <summary>What was acknowledged survives kill -9, and a restart opens no door.</summary>
public sealed class AKilledServer : IDisposable
{
    private const string User = "/a/feeds/example.com/user/2.0/liz";
    private const string Calendars = "/calendar/feeds/default/allcalendars/full";

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Still_honours_an_oauth1_token_and_refuses_a_request_that_it_has_seen()
    {
        await using var server = await RunningServer.StartAsync(workspace: null, Stop);
        var credentials = Dance.BatchJob.With(await Dance.OAuth1Async(server.Origin, _http, Stop));
        var seen = await SignAsync(credentials, new Uri(server.Origin, User));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(server, User, seen)).Status);

        await server.KillAndStartAgainAsync(Stop);

        var replayed = await GetAsync(server, User, seen);
        Assert.Equal(HttpStatusCode.Unauthorized, replayed.Status);
        Assert.Matches("oauth_problem=(nonce_used|timestamp_refused)", replayed.Body);
        var fresh = await SignAsync(credentials, new Uri(server.Origin, User));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(server, User, fresh)).Status);
    }

    [Fact]
    public async Task Still_honours_an_oauth2_token_and_refreshes_it()
    {
        await using var server = await RunningServer.StartAsync(workspace: null, Stop);
        var client = Dance.WebApplication(server.Origin, _http);
        var request = client.Authorize();
        var token = Granted(await client.CompleteAsync(await Dance.OAuth2Async(request, Stop), request, Stop));

        await server.KillAndStartAgainAsync(Stop);

        Assert.Equal(HttpStatusCode.OK, (await GetAsync(server, Calendars, Bearer(token))).Status);
        var refreshed = Granted(await client.RefreshAsync(token, Stop));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(server, Calendars, Bearer(refreshed))).Status);
    }

    [Fact]
    public async Task Refuses_a_code_that_was_exchanged_before_and_takes_back_what_it_gave()
    {
        await using var server = await RunningServer.StartAsync(workspace: null, Stop);
        var client = Dance.WebApplication(server.Origin, _http);
        var request = client.Authorize();
        var redirect = await Dance.OAuth2Async(request, Stop);
        var token = Granted(await client.CompleteAsync(redirect, request, Stop));

        await server.KillAndStartAgainAsync(Stop);

        var again = Assert.IsType<OAuth2Result.Failed>(await client.CompleteAsync(redirect, request, Stop));
        Assert.Equal("invalid_grant", again.Error.Code);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(server, Calendars, Bearer(token))).Status);
    }

    public void Dispose() => _http.Dispose();

    private static OAuth2Token Granted(OAuth2Result result) => Assert.IsType<OAuth2Result.Granted>(result).Token;

    private static AuthenticationHeaderValue Bearer(OAuth2Token token) => new("Bearer", token.AccessToken.Reveal());

    private static async Task<AuthenticationHeaderValue> SignAsync(OAuth1Credentials credentials, Uri url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        return (await credentials.AuthorizeAsync(request, Stop)).Headers.Authorization!;
    }

    private async Task<(HttpStatusCode Status, string Body)> GetAsync(RunningServer server, string path, AuthenticationHeaderValue authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Origin, path)) { Headers = { Authorization = authorization } };
        using var answer = await _http.SendAsync(request, Stop);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }
}
