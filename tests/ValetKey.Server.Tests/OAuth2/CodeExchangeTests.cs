using System.Net;

namespace ValetKey.Server.Tests.OAuth2;

/// <summary>A code at the token endpoint (RFC 6749 §4.1.3, RFC 7636, RFC 9700).</summary>
public sealed class CodeExchangeTests(OAuth2Server server) : IClassFixture<OAuth2Server>
{
    [Theory]
    [InlineData("/o/oauth2/token")]
    [InlineData("/token")]
    [InlineData("/oauth2/v4/token")]
    public async Task Works_at_each_of_the_paths(string path)
    {
        var code = await server.Code(TestClient.Web);
        var answer = await server.Token(path, [.. TestClient.Web.Credentials(), ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", TestClient.Web.RedirectUri)]);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://app.example/other")]
    [InlineData("https://app.example/cb/")]
    public async Task With_another_redirect_uri_is_redirect_uri_mismatch_and_the_code_is_dead(string? redirectUri)
    {
        var code = await server.Code(TestClient.Web);
        await AssertRefused("redirect_uri_mismatch", server.Exchange(TestClient.Web, code, ("redirect_uri", redirectUri)));
        await AssertRefused("invalid_grant", server.Exchange(TestClient.Web, code));
    }

    [Fact]
    public async Task Of_another_client_is_invalid_grant_and_harms_nothing()
    {
        var code = await server.Code(TestClient.Web);
        await AssertRefused("invalid_grant", server.Exchange(TestClient.Foreign, code, ("redirect_uri", TestClient.Web.RedirectUri)));
        await AssertRefused("invalid_grant", server.Exchange(TestClient.Public, code, ("redirect_uri", TestClient.Web.RedirectUri)));
        Assert.Equal(HttpStatusCode.OK, (await server.Exchange(TestClient.Web, code)).Status);
    }

    [Fact]
    public async Task After_five_minutes_is_invalid_grant()
    {
        var (first, second) = (await server.Code(TestClient.Web), await server.Code(TestClient.Web));
        server.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await server.Exchange(TestClient.Web, first)).Status);
        server.Clock.Advance(TimeSpan.FromSeconds(1));
        await AssertRefused("invalid_grant", server.Exchange(TestClient.Web, second));
    }

    [Fact]
    public async Task Used_twice_is_invalid_grant_and_both_tokens_of_the_first_exchange_are_dead()
    {
        var code = await server.Code(TestClient.Web, "liz@example.com", ("prompt", "consent"));
        var first = await server.Exchange(TestClient.Web, code);
        var refreshed = await server.Refresh(TestClient.Web, first.RefreshToken);
        server.Clock.Advance(TimeSpan.FromSeconds(30));

        await AssertRefused("invalid_grant", server.Exchange(TestClient.Web, code));

        Assert.Equal(HttpStatusCode.Unauthorized, (await server.ReadCalendar(first.AccessToken)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.ReadCalendar(refreshed.AccessToken)).Status);
        await AssertRefused("invalid_grant", server.Refresh(TestClient.Web, first.RefreshToken));
    }

    [Fact]
    public async Task Used_twice_leaves_the_tokens_of_other_codes_alone()
    {
        var other = await server.Tokens(TestClient.Web);
        var code = await server.Code(TestClient.Web, "liz@example.com", ("prompt", "consent"));
        await server.Exchange(TestClient.Web, code);
        await server.Exchange(TestClient.Web, code);
        Assert.Equal(HttpStatusCode.OK, (await server.ReadCalendar(other.AccessToken)).Status);
    }

    [Fact]
    public async Task Presented_by_another_client_after_its_use_harms_nothing()
    {
        var code = await server.Code(TestClient.Web);
        var tokens = await server.Exchange(TestClient.Web, code);
        await AssertRefused("invalid_grant", server.Exchange(TestClient.Foreign, code, ("redirect_uri", TestClient.Web.RedirectUri)));
        Assert.Equal(HttpStatusCode.OK, (await server.ReadCalendar(tokens.AccessToken)).Status);
    }

    [Fact]
    public async Task Sixty_four_times_at_once_succeeds_once_and_what_it_gave_is_revoked()
    {
        var code = await server.Code(TestClient.Web);
        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => server.Exchange(TestClient.Web, code)));
        var success = Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer != success), answer => Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), (answer.Status, answer.Error)));
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.ReadCalendar(success.AccessToken)).Status);
    }

    [Fact]
    public async Task Replayed_a_hundred_times_is_written_once()
    {
        var code = await server.Code(TestClient.Web);
        await server.Exchange(TestClient.Web, code);
        await server.Exchange(TestClient.Web, code);
        var before = server.RevokedGrants();
        for (var replay = 0; replay < 100; replay++)
        {
            server.Clock.Advance(TimeSpan.FromMilliseconds(1));
            await AssertRefused("invalid_grant", server.Exchange(TestClient.Web, code));
        }

        Assert.Equal(before, server.RevokedGrants());
    }

    [Fact]
    public async Task Of_a_suspended_user_is_invalid_grant()
    {
        var code = await server.Code(TestClient.Web, "zoe@other.example");
        await server.Execute("UPDATE users SET Suspended = 1 WHERE UserName = 'zoe'");
        await AssertRefused("invalid_grant", server.Exchange(TestClient.Web, code));
        await server.Execute("UPDATE users SET Suspended = 0 WHERE UserName = 'zoe'");
    }

    [Theory]
    [InlineData("4/made-up")]
    [InlineData("x")]
    public async Task Made_up_is_invalid_grant(string code) => await AssertRefused("invalid_grant", server.Exchange(TestClient.Web, code));

    [Fact]
    public async Task Missing_is_invalid_request() => await AssertRefused("invalid_request", server.Exchange(TestClient.Web, ""));

    [Fact]
    public async Task With_the_scopes_repeated_works_and_with_more_is_invalid_scope()
    {
        Assert.Equal(HttpStatusCode.OK, (await server.Exchange(TestClient.Web, await server.Code(TestClient.Web), ("scope", OAuth2Server.Calendar))).Status);
        await AssertRefused("invalid_scope", server.Exchange(TestClient.Web, await server.Code(TestClient.Web), ("scope", $"{OAuth2Server.Calendar} {OAuth2Server.Documents}")));
    }

    [Fact]
    public async Task Needs_the_verifier_of_its_challenge()
    {
        var wrong = new string('w', 43);
        foreach (var verifier in new[] { null, "", wrong, TestClient.SomeVerifier[..42], TestClient.SomeVerifier + "x", new string('a', 129), TestClient.SomeVerifier[..42] + "+", TestClient.SomeChallenge })
        {
            var code = await server.Code(TestClient.Public);
            await AssertRefused("invalid_grant", server.Exchange(TestClient.Public, code, ("code_verifier", verifier)));
            await AssertRefused("invalid_grant", server.Exchange(TestClient.Public, code));        // a wrong guess is the last one
        }

        Assert.Equal(HttpStatusCode.OK, (await server.Exchange(TestClient.Public, await server.Code(TestClient.Public))).Status);
    }

    [Fact]
    public async Task With_a_verifier_and_no_challenge_is_invalid_grant() =>
        await AssertRefused("invalid_grant", server.Exchange(TestClient.Web, await server.Code(TestClient.Web), ("code_verifier", TestClient.SomeVerifier)));

    [Fact]
    public async Task Of_a_client_with_a_secret_may_use_a_challenge_too()
    {
        var challenge = ("code_challenge", (string?)TestClient.SomeChallenge);
        var code = await server.Code(TestClient.Web, "liz@example.com", challenge, ("code_challenge_method", "S256"));
        Assert.Equal(HttpStatusCode.OK, (await server.Exchange(TestClient.Web, code, ("code_verifier", TestClient.SomeVerifier))).Status);
        var again = await server.Code(TestClient.Web, "liz@example.com", challenge, ("code_challenge_method", "S256"));
        await AssertRefused("invalid_grant", server.Exchange(TestClient.Web, again));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(TestClient.SomeVerifier, "plain")]
    [InlineData(TestClient.SomeVerifier, null)]
    [InlineData(TestClient.SomeVerifier, "s256")]
    [InlineData("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-c", "S256")]
    [InlineData("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cMM", "S256")]
    [InlineData("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM", "S256")]
    [InlineData("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM=", "S256")]
    public async Task Is_not_given_for_a_challenge_that_proves_nothing(string? challenge, string? method)
    {
        var answer = await (await server.Browse()).Get(OAuth2Server.Authorize(TestClient.Public, ("code_challenge", challenge), ("code_challenge_method", method)));
        Assert.Equal("invalid_request", answer.Parameter("error"));
    }

    private static async Task AssertRefused(string error, Task<Answer> answer)
    {
        var refused = await answer;
        Assert.Equal((HttpStatusCode.BadRequest, error), (refused.Status, refused.Error));
        Assert.NotEmpty(refused.Json("error_description")!);
        Assert.Equal("no-store", refused.Headers["Cache-Control"]);
    }
}
