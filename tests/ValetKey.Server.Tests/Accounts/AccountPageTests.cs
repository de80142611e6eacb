using System.Net;
using System.Net.Http.Headers;
using ValetKey.OAuth;
using ValetKey.Server.Tests.OAuth1;

namespace ValetKey.Server.Tests.Accounts;

/// <summary>The page where a user sees and revokes what was allowed.</summary>
public sealed class AccountPageTests : IAsyncLifetime
{
    private const string Workspace = """
        domains:
          - name: example.com
            users: [{ username: liz, givenName: Liz, familyName: Bennet, password: liz-pass }, { username: joe, givenName: Joe, familyName: Brown, password: joe-pass }]
            policies: { unregisteredApplications: true }
        projects:
          - name: Demo
            owner: liz@example.com
            consumers:
              - { consumerKey: example.com, consumerSecret: demo-consumer-secret, displayName: Demo batch job }
              - { consumerKey: anonymous, consumerSecret: anonymous }
            clients: [{ type: web, clientId: web.example, clientSecret: web-secret, displayName: Web application, redirectUris: ["https://app.example/cb"] }]
        tokens:
          - { kind: oauth1, consumerKey: example.com, user: liz@example.com, token: 1/liz, tokenSecret: s, scopes: ["https://www.google.com/calendar/feeds/"] }
          - { kind: oauth1, consumerKey: example.com, user: joe@example.com, token: 1/joe, tokenSecret: s, scopes: ["https://docs.google.com/feeds/"] }
          - { kind: oauth2, clientId: web.example, user: liz@example.com, accessToken: liz-access, refreshToken: liz-refresh, scopes: ["https://docs.google.com/feeds/"] }
        """;

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly string workspace = Path.GetTempFileName();
    private TestServer server = null!;
    private Visitor liz = null!;
    private Batch batch = null!;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(workspace, Workspace);
        server = await TestServer.Start(settings: ("ValetKey:Workspace", workspace));
        (liz, batch) = (new Visitor(server.Client()), new Batch(server));
    }

    public async ValueTask DisposeAsync()
    {
        liz.Dispose();
        batch.Dispose();
        await server.DisposeAsync();
        File.Delete(workspace);
    }

    [Theory]
    [InlineData("/accounts/")]
    [InlineData("/accounts/IssuedAuthSubTokens")]
    public async Task Lists_the_users_applications_of_both_protocols_and_nobody_elses(string path)
    {
        var page = await Page(path);
        Assert.Contains("Demo batch job", page, StringComparison.Ordinal);
        Assert.Contains("See and change your calendars", page, StringComparison.Ordinal);
        Assert.Contains("Web application", page, StringComparison.Ordinal);
        Assert.Contains("See and change your documents", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("name=\"revoke\"").Length - 1);
    }

    [Fact]
    public async Task Asks_who_is_there_first()
    {
        using var answer = await liz.Browser.GetAsync("/accounts/", stop);
        Assert.Equal("/accounts/ServiceLogin?continue=%2Faccounts%2F", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Revokes_OAuth_1_0_for_this_user_alone()
    {
        Assert.Equal(200, await TokenInfo("1/liz"));
        await Revoke(("protocol", "OAuth 1.0"), ("client", "example.com"));
        var refused = await batch.Send("/accounts/AuthSubTokenInfo", new OAuth1Token("1/liz", "s"));
        Assert.Equal((401, "token_revoked"), (refused.Status, refused.Problem));
        Assert.Equal(200, await TokenInfo("1/joe"));
        Assert.DoesNotContain("Demo batch job", await Page("/accounts/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revokes_OAuth_2_0_with_all_its_tokens()
    {
        await Revoke(("protocol", "OAuth 2.0"), ("client", "web.example"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/feeds/default/private/full");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "liz-access");
        using var answer = await liz.Browser.SendAsync(request, stop);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("error=\"invalid_token\"", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        using var form = new FormUrlEncodedContent([new("grant_type", "refresh_token"), new("refresh_token", "liz-refresh"), new("client_id", "web.example"), new("client_secret", "web-secret")]);
        using var refreshed = await liz.Browser.PostAsync("/o/oauth2/token", form, stop);
        Assert.Contains("invalid_grant", await refreshed.Content.ReadAsStringAsync(stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_unregistered_applications_apart_by_the_names_they_chose()
    {
        var printer = await Anonymous("Printer");
        var scanner = await Anonymous("Scanner");
        var page = await Page("/accounts/");
        Assert.Contains("Printer", page, StringComparison.Ordinal);
        Assert.Contains("Nobody has registered this application here", page, StringComparison.Ordinal);
        await Revoke(("protocol", "OAuth 1.0"), ("client", "anonymous"), ("name", "Printer"));
        using var anonymous = new Batch(server, "anonymous", "anonymous");
        Assert.Equal("token_revoked", (await anonymous.Send("/accounts/AuthSubTokenInfo", printer)).Problem);
        Assert.Equal(200, (await anonymous.Send("/accounts/AuthSubTokenInfo", scanner)).Status);
    }

    [Fact]
    public async Task Revokes_nothing_without_the_forms_token()
    {
        await Page("/accounts/");
        using var form = new FormUrlEncodedContent([new("protocol", "OAuth 1.0"), new("client", "example.com")]);
        using var answer = await liz.Browser.PostAsync("/accounts/RevokeAccess", form, stop);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var byAddress = await liz.Browser.GetAsync("/accounts/RevokeAccess?protocol=OAuth+1.0&client=example.com", stop);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, byAddress.StatusCode);
        Assert.Equal(200, await TokenInfo("1/liz"));
    }

    private async Task<int> TokenInfo(string token) => (await batch.Send("/accounts/AuthSubTokenInfo", new OAuth1Token(token, "s"))).Status;

    private async Task<string> Page(string path)
    {
        using var page = await liz.Open(path, "liz@example.com", "liz-pass");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        return await page.Content.ReadAsStringAsync(stop);
    }

    /// <summary>Presses one of the page's buttons: the token of any of its forms will do, as in a browser.</summary>
    private async Task Revoke(params (string Name, string Value)[] fields)
    {
        var page = await Page("/accounts/");
        var token = page[page.IndexOf("name=\"form_token\" value=\"", StringComparison.Ordinal)..].Split('"')[3];
        using var form = new FormUrlEncodedContent([new("form_token", WebUtility.HtmlDecode(token)), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        using var answer = await liz.Browser.PostAsync("/accounts/RevokeAccess", form, stop);
        Assert.Equal((HttpStatusCode.SeeOther, "/accounts/?revoked"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    private async Task<OAuth1Token> Anonymous(string name)
    {
        using var anonymous = new Batch(server, "anonymous", "anonymous");
        var request = await anonymous.RequestToken("http://127.0.0.1:9999/callback", "&xoauth_displayname=" + name);
        using var page = await liz.Open("/accounts/OAuthAuthorizeToken?oauth_token=" + PercentEncoding.Encode(request.Token), "liz@example.com", "liz-pass");
        using var allowed = await liz.Press(await page.Content.ReadAsStringAsync(stop), "/accounts/OAuthAuthorizeToken", ("decision", "allow"));
        return (await anonymous.Exchange(request, FormEncoding.Decode(allowed.Headers.Location!.Query[1..]).Single(p => p.Name == "oauth_verifier").Value)).Token;
    }
}
