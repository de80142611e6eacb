using System.Net;
using Microsoft.Extensions.Logging;
using ValetKey.OAuth;

namespace ValetKey.Server.Tests.OAuth1;

/// <summary>Request token, consent, access token (RFC 5849 §2), and what must not be possible on the way.</summary>
public sealed class ThreeLeggedDanceTests : IAsyncLifetime
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private TestServer server = null!;
    private Visitor liz = null!;
    private HttpClient batch = null!;

    private OAuth1Consumer Consumer { get; } = new(Seeds.ConsumerKey, Seeds.ConsumerSecret);

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.Start(Seeds.Demo, environment: "Development", log: LogLevel.Trace);
        (liz, batch) = (new Visitor(server.Client()), server.Client());
    }

    public async ValueTask DisposeAsync()
    {
        liz.Dispose();
        batch.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Ends_with_an_access_token_that_says_what_it_is_good_for()
    {
        var request = await RequestToken("http://127.0.0.1:9999/callback?keep=1");
        using var answer = await Decide(request, "allow");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var callback = answer.Headers.Location!;
        Assert.StartsWith("http://127.0.0.1:9999/callback?keep=1&oauth_token=4%2F", callback.OriginalString, StringComparison.Ordinal);
        var verifier = FormEncoding.Decode(callback.Query[1..]).Single(p => p.Name == "oauth_verifier").Value;

        var access = await Exchange(request, verifier);
        Assert.StartsWith("1/", access.Token, StringComparison.Ordinal);
        using var info = await Signed(HttpMethod.Get, "/accounts/AuthSubTokenInfo", access);
        Assert.Equal($"Target=example.com\nSecure=true\nScope={Seeds.UsersScope}\n", await info.Content.ReadAsStringAsync(stop));
    }

    [Fact]
    public async Task Shows_the_verifier_in_the_windows_title_when_there_is_no_callback()
    {
        using var answer = await Decide(await RequestToken("oob"), "allow");
        Assert.Contains("<title>Success code=", await answer.Content.ReadAsStringAsync(stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comes_back_without_a_verifier_when_the_user_denies()
    {
        var request = await RequestToken("http://127.0.0.1:9999/callback");
        using var answer = await Decide(request, "deny");
        Assert.Equal($"http://127.0.0.1:9999/callback?oauth_problem=permission_denied&oauth_token={PercentEncoding.Encode(request.Token)}", answer.Headers.Location!.OriginalString);
        Assert.Equal("permission_denied", (await Refused(request, "any-verifier")).Code);
    }

    [Fact]
    public async Task Answers_in_the_order_that_old_clients_match()
    {
        using var answer = await Signed(HttpMethod.Get, "/accounts/OAuthGetRequestToken?oauth_callback=oob&scope=" + PercentEncoding.Encode(Seeds.UsersScope), null);
        Assert.Matches("^oauth_token=4%2F[^&]+&oauth_token_secret=[^&]+&oauth_callback_confirmed=true$", await answer.Content.ReadAsStringAsync(stop));
    }

    [Fact]
    public async Task Exchanges_a_request_token_once_also_under_a_race()
    {
        var request = await RequestToken("http://127.0.0.1:9999/callback");
        using var allowed = await Decide(request, "allow");
        var verifier = FormEncoding.Decode(allowed.Headers.Location!.Query[1..]).Single(p => p.Name == "oauth_verifier").Value;
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
        {
            using var answer = await Signed(HttpMethod.Post, "/accounts/OAuthGetAccessToken?oauth_verifier=" + verifier, new OAuth1Token(request.Token, request.TokenSecret));
            return await answer.Content.ReadAsStringAsync(stop);
        }));
        Assert.Single(answers, answer => answer.StartsWith("oauth_token=", StringComparison.Ordinal));
        Assert.Equal(15, answers.Count(answer => answer.Contains("oauth_problem=token_used", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Dies_after_five_wrong_verifiers_also_for_the_right_one()
    {
        var request = await RequestToken("http://127.0.0.1:9999/callback");
        using var allowed = await Decide(request, "allow");
        var verifier = FormEncoding.Decode(allowed.Headers.Location!.Query[1..]).Single(p => p.Name == "oauth_verifier").Value;
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("verifier_invalid", (await Refused(request, "guess" + i)).Code);
        }

        Assert.Equal("token_rejected", (await Refused(request, verifier)).Code);
    }

    [Fact]
    public async Task Is_not_approved_by_an_address_or_by_a_form_of_another_browser()
    {
        var request = await RequestToken("http://127.0.0.1:9999/callback");
        var address = "/accounts/OAuthAuthorizeToken?oauth_token=" + PercentEncoding.Encode(request.Token);
        using var byAddress = await liz.Open(address + "&decision=allow", "liz@example.com", Seeds.Password);
        Assert.Equal(HttpStatusCode.OK, byAddress.StatusCode);
        using var attacker = new Visitor(server.Client());
        using var foreign = await attacker.Open(address, "admin@example.com", Seeds.Password);
        using var pressed = await liz.Press(await foreign.Content.ReadAsStringAsync(stop), "/accounts/OAuthAuthorizeToken", ("decision", "allow"));
        Assert.Equal(HttpStatusCode.BadRequest, pressed.StatusCode);
        using var bare = await liz.Press("", "/accounts/OAuthAuthorizeToken", ("decision", "allow"), ("oauth_token", request.Token));
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        Assert.Equal("token_rejected", (await Refused(request, "x")).Code);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("http://user@127.0.0.1/")]
    [InlineData("http://127.0.0.1/#fragment")]
    [InlineData("http://127.0.0.1/\r\nX: y")]
    [InlineData("http://127.0.0.1\\@evil.example/")]
    [InlineData("//127.0.0.1/")]
    [InlineData("ftp://127.0.0.1/")]
    public async Task Refuses_a_callback_that_could_lead_elsewhere(string callback)
    {
        using var answer = await Signed(HttpMethod.Post, $"/accounts/OAuthGetRequestToken?scope={PercentEncoding.Encode(Seeds.UsersScope)}&oauth_callback={PercentEncoding.Encode(callback)}", null);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("oauth_problem=parameter_rejected&oauth_parameters_rejected=oauth_callback", await answer.Content.ReadAsStringAsync(stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_no_callback_at_the_consent_page()
    {
        var request = await RequestToken("oob");
        using var page = await liz.Browser.GetAsync($"/accounts/OAuthAuthorizeToken?oauth_token={PercentEncoding.Encode(request.Token)}&oauth_callback=http%3A%2F%2Fevil.example%2F", stop);
        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Null(page.Headers.Location);
    }

    [Fact]
    public async Task Ends_for_good_when_the_token_is_revoked()
    {
        var access = await AccessToken();
        using var revoked = await Signed(HttpMethod.Get, "/accounts/AuthSubRevokeToken", access);
        Assert.Equal(HttpStatusCode.OK, revoked.StatusCode);
        using var again = await Signed(HttpMethod.Get, "/accounts/AuthSubTokenInfo", access);
        Assert.Contains("token_revoked", again.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_at_once_when_the_user_is_suspended()
    {
        var access = await AccessToken();
        await server.InDatabase(async db =>
        {
            (await db.Users.FindAsync([2L], stop))!.Suspended = true;
            await db.SaveChangesAsync(stop);
        });
        using var answer = await Signed(HttpMethod.Get, "/accounts/AuthSubTokenInfo", access);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Tells_developers_the_base_string_and_no_secret()
    {
        using var answer = await SendSigned(HttpMethod.Get, "/accounts/OAuthGetRequestToken?oauth_callback=oob&scope=x", new OAuth1Consumer(Seeds.ConsumerKey, "wrong-secret").WithoutToken());
        var body = await answer.Content.ReadAsStringAsync(stop);
        Assert.Contains("&oauth_signature_base_string=GET%26http", body, StringComparison.Ordinal);
        Assert.Contains("\nbase_string:GET&http%3A%2F%2F127.0.0.1", body, StringComparison.Ordinal);
        Assert.DoesNotContain(Seeds.ConsumerSecret, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_no_secret_in_the_database_or_the_log()
    {
        var request = await RequestToken("http://127.0.0.1:9999/callback");
        using var allowed = await Decide(request, "allow");
        var verifier = FormEncoding.Decode(allowed.Headers.Location!.Query[1..]).Single(p => p.Name == "oauth_verifier").Value;
        var access = await Exchange(request, verifier);
        string[] secrets = [request.Token, request.TokenSecret.Reveal(), verifier, access.Token, access.TokenSecret.Reveal(), Seeds.ConsumerSecret, Seeds.Password];

        var files = server.DataFiles().Select(file => System.Text.Encoding.Latin1.GetString(file)).ToList();
        Assert.NotEmpty(files);
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(files, file => file.Contains(secret, StringComparison.Ordinal));
            Assert.DoesNotContain(secret, string.Join('\n', server.Log.All.Where(line => line.Contains(secret, StringComparison.Ordinal))), StringComparison.Ordinal);
        }
    }

    private async Task<OAuth1Token> AccessToken()
    {
        var request = await RequestToken("http://127.0.0.1:9999/callback");
        using var allowed = await Decide(request, "allow");
        return await Exchange(request, FormEncoding.Decode(allowed.Headers.Location!.Query[1..]).Single(p => p.Name == "oauth_verifier").Value);
    }

    private async Task<OAuth1Token> RequestToken(string callback)
    {
        using var answer = await Signed(HttpMethod.Post, $"/accounts/OAuthGetRequestToken?scope={PercentEncoding.Encode(Seeds.UsersScope)}&oauth_callback={PercentEncoding.Encode(callback)}", null);
        return Token(await answer.Content.ReadAsStringAsync(stop));
    }

    private async Task<OAuth1Token> Exchange(OAuth1Token request, string verifier)
    {
        using var answer = await Signed(HttpMethod.Post, "/accounts/OAuthGetAccessToken?oauth_verifier=" + PercentEncoding.Encode(verifier), request);
        return Token(await answer.Content.ReadAsStringAsync(stop));
    }

    private async Task<OAuthProblem> Refused(OAuth1Token request, string verifier)
    {
        using var answer = await Signed(HttpMethod.Post, "/accounts/OAuthGetAccessToken?oauth_verifier=" + PercentEncoding.Encode(verifier), request);
        return OAuthProblem.Read((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(stop), null)!;
    }

    private async Task<HttpResponseMessage> Decide(OAuth1Token request, string decision)
    {
        using var page = await liz.Open("/accounts/OAuthAuthorizeToken?oauth_token=" + PercentEncoding.Encode(request.Token), "liz@example.com", Seeds.Password);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        return await liz.Press(await page.Content.ReadAsStringAsync(stop), "/accounts/OAuthAuthorizeToken", ("decision", decision));
    }

    private Task<HttpResponseMessage> Signed(HttpMethod method, string path, OAuth1Token? token) =>
        SendSigned(method, path, token is null ? Consumer.WithoutToken() : Consumer.With(token));

    private async Task<HttpResponseMessage> SendSigned(HttpMethod method, string path, OAuth1Credentials credentials)
    {
        using var request = new HttpRequestMessage(method, new Uri(server.Origin, path));
        return await batch.SendAsync(await credentials.AuthorizeAsync(request, stop), stop);
    }

    private static OAuth1Token Token(string body)
    {
        var answer = FormEncoding.Decode(body);
        Assert.Equal("oauth_token", answer[0].Name);
        return new OAuth1Token(answer[0].Value, answer[1].Value);
    }
}
