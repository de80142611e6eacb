using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ValetKey.EndToEnd.Pressing;
using ValetKey.EndToEnd.Processes;
using ValetKey.OAuth;

namespace ValetKey.EndToEnd;

/// <summary>What was acknowledged survives kill -9, and a restart opens no door.</summary>
public sealed class AKilledServer
{
    private const string Callback = "http://127.0.0.1:8099/callback";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Still_honours_an_oauth1_token_and_refuses_a_request_that_it_has_seen()
    {
        await using var server = await RunningServer.StartAsync(workspace: null, Stop);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var credentials = await AccessTokenAsync(http, server.Origin);
        var user = new Uri(server.Origin, "/a/feeds/example.com/user/2.0/liz");
        var header = await SignAsync(credentials, user);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(http, user, header)).Status);

        await server.KillAndStartAgainAsync(Stop);

        var (status, problem) = await SendAsync(http, user, header);
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Contains(problem, ["nonce_used", "timestamp_refused"]);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(http, user, await SignAsync(credentials, user))).Status);
    }

    [Fact]
    public async Task Still_honours_an_oauth2_token_and_refreshes_it()
    {
        await using var server = await RunningServer.StartAsync(workspace: null, Stop);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var tokens = await TokensAsync(http, server.Origin);

        await server.KillAndStartAgainAsync(Stop);

        var calendars = new Uri(server.Origin, "/calendar/feeds/default/allcalendars/full");
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(http, calendars, new("Bearer", tokens.GetProperty("access_token").GetString()))).Status);
        var fresh = await AskForTokensAsync(http, server.Origin, ("grant_type", "refresh_token"), ("refresh_token", tokens.GetProperty("refresh_token").GetString()!));
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(http, calendars, new("Bearer", fresh.GetProperty("access_token").GetString()))).Status);
    }

    [Fact]
    public async Task Refuses_a_code_that_was_exchanged_before()
    {
        await using var server = await RunningServer.StartAsync(workspace: null, Stop);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var code = await CodeAsync(server.Origin);
        await ExchangeAsync(http, server.Origin, code);

        await server.KillAndStartAgainAsync(Stop);

        using var again = await PostAsync(http, server.Origin, "/o/oauth2/token", Exchange(code));
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
        Assert.Equal("invalid_grant", (await again.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("error").GetString());
    }

    private static async Task<OAuth1Credentials> AccessTokenAsync(HttpClient http, Uri origin)
    {
        var consumer = new OAuth1Consumer(Demo.ConsumerKey, Demo.ConsumerSecret);
        var requested = await AskForTokenAsync(http, consumer.WithoutToken(), new(origin,
            $"/accounts/OAuthGetRequestToken?scope={Uri.EscapeDataString(Demo.UserScope)}&oauth_callback={Uri.EscapeDataString(Callback)}"));
        using var admin = new Visitor(Demo.AdminEmail, Demo.AdminPassword);
        var answered = await admin.AnswerAsync(new(origin, $"/accounts/OAuthAuthorizeToken?oauth_token={Uri.EscapeDataString(requested.Token)}"), Decision.Allow, Stop);
        var verifier = FormEncoding.Decode(answered.SentTo!.Query[1..]).Single(parameter => parameter.Name == "oauth_verifier").Value;
        return consumer.With(await AskForTokenAsync(http, consumer.With(requested), new(origin, $"/accounts/OAuthGetAccessToken?oauth_verifier={Uri.EscapeDataString(verifier)}")));
    }

    private static async Task<OAuth1Token> AskForTokenAsync(HttpClient http, OAuth1Credentials credentials, Uri url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { Authorization = await SignAsync(credentials, url) } };
        using var answer = await http.SendAsync(request, Stop);
        var form = FormEncoding.Decode(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Stop));
        return new(form[0].Value, form[1].Value);
    }

    private static async Task<AuthenticationHeaderValue> SignAsync(OAuth1Credentials credentials, Uri url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        return (await credentials.AuthorizeAsync(request, Stop)).Headers.Authorization!;
    }

    private static async Task<(HttpStatusCode Status, string? Problem)> SendAsync(HttpClient http, Uri url, AuthenticationHeaderValue authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { Authorization = authorization } };
        using var answer = await http.SendAsync(request, Stop);
        var problem = answer.IsSuccessStatusCode ? null
            : FormEncoding.Decode(await answer.Content.ReadAsStringAsync(Stop)).FirstOrDefault(parameter => parameter.Name == "oauth_problem").Value;
        return (answer.StatusCode, problem);
    }

    private static async Task<string> CodeAsync(Uri origin)
    {
        using var liz = new Visitor(Demo.LizEmail, Demo.LizPassword);
        var answered = await liz.AnswerAsync(new(origin, "/o/oauth2/auth?response_type=code&access_type=offline"
            + $"&client_id={Demo.WebClientId}&redirect_uri={Uri.EscapeDataString(Demo.WebRedirectUri)}&scope={Uri.EscapeDataString(Demo.CalendarScope)}"), Decision.Allow, Stop);
        return FormEncoding.Decode(answered.SentTo!.Query[1..]).Single(parameter => parameter.Name == "code").Value;
    }

    private static async Task<JsonElement> TokensAsync(HttpClient http, Uri origin) => await ExchangeAsync(http, origin, await CodeAsync(origin));

    private static async Task<JsonElement> ExchangeAsync(HttpClient http, Uri origin, string code) => await AskForTokensAsync(http, origin, Exchange(code));

    private static (string, string)[] Exchange(string code) => [("grant_type", "authorization_code"), ("code", code), ("redirect_uri", Demo.WebRedirectUri)];

    private static async Task<JsonElement> AskForTokensAsync(HttpClient http, Uri origin, params (string, string)[] form)
    {
        using var answer = await PostAsync(http, origin, "/o/oauth2/token", form);
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Stop);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, Uri origin, string path, (string Name, string Value)[] form)
    {
        using var content = new FormUrlEncodedContent(
            form.Append(("client_id", Demo.WebClientId)).Append(("client_secret", Demo.WebClientSecret)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        return await http.PostAsync(new Uri(origin, path), content, Stop);
    }
}
