using System.Net;
using ValetKey.OAuth;

namespace ValetKey.Server.Tests.OAuth1;

/// <summary>The consent page of OAuth 1.0: what its address may say, and what the domain of the user allows.</summary>
public sealed class ConsentPageTests : IAsyncLifetime
{
    private const string Callback = "http://127.0.0.1:9999/callback";

    private const string Workspace = """
        domains:
          - name: example.com
            users: [{ username: admin, givenName: Ada, familyName: Admin, password: ada-admin-pass, admin: true }, { username: liz, givenName: Liz, familyName: Bennet, password: liz-pass }]
            policies: { unregisteredApplications: true, oauth1Revision10: true }
          - name: strict.example
            users: [{ username: zoe, givenName: Zoe, familyName: Strict, password: zoe-pass, admin: true }]
        projects:
          - name: Demo
            owner: admin@example.com
            consumers:
              - { consumerKey: example.com, consumerSecret: demo-consumer-secret, displayName: Demo batch job }
              - { consumerKey: anonymous, consumerSecret: anonymous }
              - { consumerKey: bound.example, consumerSecret: bound-secret, displayName: Bound, callbacks: ["https://bound.example/back", "http://127.0.0.1:*/"] }
              - { consumerKey: new.example, consumerSecret: new-secret, displayName: New, signatureMethods: [HMAC-SHA256] }
          - name: Strict
            owner: zoe@strict.example
            consumers: [{ consumerKey: strict.example, consumerSecret: strict-secret, displayName: Strict }, { consumerKey: nameless.example, consumerSecret: nameless-secret }]
        """;

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly string workspace = Path.GetTempFileName();
    private TestServer server = null!;
    private Batch batch = null!;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(workspace, Workspace);
        server = await TestServer.Start(settings: ("ValetKey:Workspace", workspace));
        batch = new Batch(server);
    }

    public async ValueTask DisposeAsync()
    {
        batch.Dispose();
        await server.DisposeAsync();
        File.Delete(workspace);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&hd=default&hl=de&btmpl=mobile")]
    [InlineData("&hd=example.com")]
    [InlineData("&hd=EXAMPLE.COM&hl=en-GB")]
    public async Task Takes_language_form_and_domain_in_its_address(string more)
    {
        using var page = await Open(await batch.RequestToken(Callback), "liz@example.com", "liz-pass", more);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("name=\"decision\"", await page.Content.ReadAsStringAsync(stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_accounts_of_the_domain_alone_that_its_address_names()
    {
        var token = await batch.RequestToken(Callback);
        using var page = await Open(token, "zoe@strict.example", "zoe-pass", "&hd=example.com");
        var text = await page.Content.ReadAsStringAsync(stop);
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Contains("asks for an account of example.com", text, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"decision\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warns_of_an_application_that_nobody_registered_and_shows_the_name_that_it_chose()
    {
        using var anonymous = new Batch(server, "anonymous", "anonymous");
        var token = await anonymous.RequestToken(Callback, "&xoauth_displayname=" + PercentEncoding.Encode("Photo <b>Printer\u202E"));
        using var page = await Open(token, "liz@example.com", "liz-pass");
        var text = await page.Content.ReadAsStringAsync(stop);
        Assert.Contains("Photo &lt;b&gt;Printer", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", text, StringComparison.Ordinal);
        Assert.Contains("Nobody has registered this application here", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ignores_the_name_that_a_registered_application_chooses()
    {
        using var page = await Open(await batch.RequestToken(Callback, "&xoauth_displayname=Bank"), "liz@example.com", "liz-pass");
        var text = await page.Content.ReadAsStringAsync(stop);
        Assert.Contains("Demo batch job", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bank", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offers_no_unregistered_application_to_a_domain_that_does_not_allow_them()
    {
        using var anonymous = new Batch(server, "anonymous", "anonymous");
        using var page = await Open(await anonymous.RequestToken(Callback), "zoe@strict.example", "zoe-pass");
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Contains("Nobody has registered this application", await page.Content.ReadAsStringAsync(stop), StringComparison.Ordinal);
        using var nameless = new Batch(server, "nameless.example", "nameless-secret");
        Assert.Equal("consumer_key_unknown", (await nameless.Send("/accounts/OAuthGetRequestToken?oauth_callback=oob&scope=" + PercentEncoding.Encode(Seeds.UsersScope))).Problem);
    }

    [Fact]
    public async Task Takes_a_callback_of_revision_1_0_where_both_domains_allow_it_and_warns()
    {
        var asked = await batch.Send("/accounts/OAuthGetRequestToken?scope=" + PercentEncoding.Encode(Seeds.UsersScope));
        Assert.DoesNotContain("oauth_callback_confirmed", asked.Body, StringComparison.Ordinal);
        using var liz = new Visitor(server.Client());
        using var page = await liz.Open(Address(asked.Token, "&oauth_callback=" + PercentEncoding.Encode(Callback + "?keep=1")), "liz@example.com", "liz-pass");
        var text = await page.Content.ReadAsStringAsync(stop);
        Assert.Contains("first revision of OAuth 1.0", text, StringComparison.Ordinal);
        var action = WebUtility.HtmlDecode(text[(text.IndexOf("action=\"", StringComparison.Ordinal) + 8)..].Split('"')[0]);
        using var allowed = await liz.Press(text, action, ("decision", "allow"));
        Assert.Equal($"{Callback}?keep=1&oauth_token={PercentEncoding.Encode(asked.Token.Token)}", allowed.Headers.Location!.OriginalString);
        var access = (await batch.Exchange(asked.Token, verifier: null)).Token;
        Assert.Equal(200, (await batch.Send("/accounts/AuthSubTokenInfo", access)).Status);
        Assert.Equal("token_used", (await batch.Exchange(asked.Token, verifier: null)).Problem);
    }

    [Fact]
    public async Task Sends_the_user_back_by_hand_where_revision_1_0_named_no_callback()
    {
        var token = await batch.RequestToken(callback: null);
        using var liz = new Visitor(server.Client());
        using var page = await liz.Open(Address(token), "liz@example.com", "liz-pass");
        using var allowed = await liz.Press(await page.Content.ReadAsStringAsync(stop), "/accounts/OAuthAuthorizeToken", ("decision", "allow"));
        Assert.Contains("Access granted", await allowed.Content.ReadAsStringAsync(stop), StringComparison.Ordinal);
        Assert.Equal(200, (await batch.Exchange(token, verifier: null)).Status);
    }

    [Fact]
    public async Task Takes_no_revision_1_0_where_a_domain_does_not_allow_it()
    {
        using var strict = new Batch(server, "strict.example", "strict-secret");
        var refused = await strict.Send("/accounts/OAuthGetRequestToken?scope=" + PercentEncoding.Encode(Seeds.UsersScope));
        Assert.Equal((400, "parameter_absent"), (refused.Status, refused.Problem));
        Assert.Contains("oauth_parameters_absent=oauth_callback", refused.Body, StringComparison.Ordinal);
        using var page = await Open(await batch.RequestToken(callback: null), "zoe@strict.example", "zoe-pass", "&oauth_callback=" + PercentEncoding.Encode(Callback));
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
    }

    [Theory]
    [InlineData("&oauth_callback=http%3A%2F%2Fevil.example%2F")]
    [InlineData("&oauth_callback=javascript%3Aalert(1)")]
    [InlineData("&oauth_callback=https%3A%2F%2Fbound.example%2Fback&oauth_callback=https%3A%2F%2Fbound.example%2Fback")]
    public async Task Takes_a_late_callback_only_as_it_is_registered(string more)
    {
        using var bound = new Batch(server, "bound.example", "bound-secret");
        using var page = await Open(await bound.RequestToken(callback: null), "liz@example.com", "liz-pass", more);
        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Null(page.Headers.Location);
    }

    [Fact]
    public async Task Needs_a_verifier_of_revision_A_also_where_the_old_one_is_allowed()
    {
        var token = await batch.RequestToken(Callback);
        using var liz = new Visitor(server.Client());
        using var page = await liz.Open(Address(token), "liz@example.com", "liz-pass");
        using var allowed = await liz.Press(await page.Content.ReadAsStringAsync(stop), "/accounts/OAuthAuthorizeToken", ("decision", "allow"));
        Assert.Equal(HttpStatusCode.SeeOther, allowed.StatusCode);
        var refused = await batch.Exchange(token, verifier: null);
        Assert.Equal((400, "parameter_absent"), (refused.Status, refused.Problem));
    }

    [Theory]
    [InlineData("https://bound.example/back", null)]
    [InlineData("http://127.0.0.1:5000/anything", null)]
    [InlineData("https://bound.example/other", "parameter_rejected")]
    [InlineData("https://bound.example.evil.example/back", "parameter_rejected")]
    [InlineData("http://bound.example/back", "parameter_rejected")]
    [InlineData("oob", "parameter_rejected")]
    public async Task Is_left_only_for_a_callback_that_was_registered(string callback, string? problem)
    {
        using var bound = new Batch(server, "bound.example", "bound-secret");
        Assert.Equal(problem, (await bound.Send($"/accounts/OAuthGetRequestToken?scope={PercentEncoding.Encode(Seeds.UsersScope)}&oauth_callback={PercentEncoding.Encode(callback)}")).Problem);
    }

    [Fact]
    public async Task Is_not_reached_with_two_callbacks()
    {
        var answer = await batch.Send($"/accounts/OAuthGetRequestToken?scope={PercentEncoding.Encode(Seeds.UsersScope)}&oauth_callback=oob&oauth_callback=oob");
        Assert.Equal((400, "parameter_rejected"), (answer.Status, answer.Problem));
    }

    [Fact]
    public async Task Is_not_reached_with_a_signature_method_that_the_consumer_may_not_use()
    {
        using var sha1 = new Batch(server, "new.example", "new-secret");
        Assert.Equal("signature_method_rejected", (await sha1.Send("/accounts/OAuthGetRequestToken?oauth_callback=oob&scope=" + PercentEncoding.Encode(Seeds.UsersScope))).Problem);
        using var sha256 = new Batch(server, new OAuth1Consumer("new.example", "new-secret") { SignatureMethod = SignatureMethod.HmacSha256 });
        Assert.NotEmpty((await sha256.RequestToken("oob")).Token);
    }

    private static string Address(OAuth1Token token, string more = "") => $"/accounts/OAuthAuthorizeToken?oauth_token={PercentEncoding.Encode(token.Token)}{more}";

    private async Task<HttpResponseMessage> Open(OAuth1Token token, string email, string password, string more = "")
    {
        using var visitor = new Visitor(server.Client());
        return await visitor.Open(Address(token, more), email, password);
    }
}
