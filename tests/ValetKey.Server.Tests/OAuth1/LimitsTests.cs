using Microsoft.Extensions.Time.Testing;
using ValetKey.OAuth;
using ValetKey.Server.OAuth1;

namespace ValetKey.Server.Tests.OAuth1;

/// <summary>What one consumer may do in a while, and what no request may carry.</summary>
public sealed class LimitsTests
{
    private readonly FakeTimeProvider time = new(DateTimeOffset.FromUnixTimeSeconds(1_795_000_000));

    [Fact]
    public async Task Over_its_nonces_a_consumer_is_asked_to_come_again_and_others_are_not()
    {
        await using var server = await Start(("OAuth1:NoncesPerConsumer", "3"));
        using var batch = new Batch(server, time: time);
        using var other = new Batch(server, "other", "other-secret", time);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(200, (await batch.Send("/accounts/AuthSubTokenInfo", Token)).Status);
        }

        var full = await batch.Send("/accounts/AuthSubTokenInfo", Token);
        Assert.Equal((503, "300"), (full.Status, full.Headers.RetryAfter?.ToString()));
        Assert.NotEmpty((await other.RequestToken("oob")).Token);
        time.Advance(TimeSpan.FromSeconds(301));
        Assert.Equal(200, (await batch.Send("/accounts/AuthSubTokenInfo", Token)).Status);
    }

    [Fact]
    public async Task Over_twenty_wrong_verifiers_a_minute_even_the_right_one_waits()
    {
        await using var server = await Start();
        using var batch = new Batch(server, time: time);
        for (var i = 0; i < VerifierGuesses.WrongAllowed; i++)
        {
            Assert.Equal("verifier_invalid", (await batch.Exchange(new OAuth1Token($"4/token-{i / 4}", "secret"), "guess")).Problem);
        }

        var right = await batch.Exchange(new OAuth1Token("4/untouched", "secret"), "right");
        Assert.Equal((429, "60"), (right.Status, right.Headers.RetryAfter?.ToString()));
        time.Advance(VerifierGuesses.Window);
        Assert.Equal(200, (await batch.Exchange(new OAuth1Token("4/untouched", "secret"), "right")).Status);
    }

    [Theory]
    [InlineData("/a/feeds/example.com/user/2.0/liz", "Bearer some-token")]
    [InlineData("/a/feeds/example.com/user/2.0/liz", "OAuth oauth_token=\"x\"")]
    [InlineData("/a/feeds/example.com/user/2.0/liz?access_token=some-token", null)]
    [InlineData("/accounts/AuthSubTokenInfo", "Bearer some-token")]
    [InlineData("/accounts/AuthSubTokenInfo", "OAuth oauth_token=\"x\"")]
    public async Task Two_credentials_in_one_request_are_400(string path, string? second)
    {
        await using var server = await Start();
        using var batch = new Batch(server, time: time);
        using var inTheQuery = new Batch(server, new OAuth1Consumer(Seeds.ConsumerKey, Seeds.ConsumerSecret) { Time = time, Transmission = ParameterTransmission.Query });
        (string, string)[] headers = second is null ? [] : [("Authorization", second)];
        Assert.Equal(400, (await inTheQuery.Send(path, Token, headers: headers)).Status);
        if (second is not null)
        {
            Assert.Equal(400, (await batch.Send(path, Token, headers: headers)).Status);
        }
    }

    [Fact]
    public async Task Of_64_copies_of_one_request_one_is_taken()
    {
        await using var server = await Start();
        using var batch = new Batch(server, new OAuth1Consumer(Seeds.ConsumerKey, Seeds.ConsumerSecret) { Nonce = "the-same", Timestamp = "1795000000" });
        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => batch.Send("/accounts/OAuthGetAccessToken?oauth_verifier=right", new OAuth1Token("4/untouched", "secret"), HttpMethod.Post)));
        Assert.Single(answers, answer => answer.Status == 200);
        Assert.Equal(63, answers.Count(answer => answer is { Status: 401, Problem: "nonce_used" }));
    }

    [Theory]
    [InlineData("1/access", "secret")]
    [InlineData("1/no-such-token", "secret")]
    public async Task A_token_of_the_wrong_kind_is_not_exchanged(string token, string secret)
    {
        await using var server = await Start();
        using var batch = new Batch(server, time: time);
        var refused = await batch.Exchange(new OAuth1Token(token, secret), "right");
        Assert.Equal((401, "token_rejected"), (refused.Status, refused.Problem));
    }

    [Theory]
    [InlineData("OAuth")]
    [InlineData("OAuth realm=\"x\"")]
    [InlineData("OAuth oauth_consumer_key=\"example.com\", oauth_token=\"1%2Faccess\"")]
    [InlineData("OAuth oauth_consumer_key=\"example.com\", oauth_token=\"1%2Faccess\", oauth_signature_method=\"HMAC-SHA1\", oauth_timestamp=\"1795000000\", oauth_nonce=\"n\"")]
    public async Task A_request_without_its_signature_is_nobodys(string header)
    {
        await using var server = await Start();
        using var client = server.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/a/feeds/example.com/user/2.0/liz");
        request.Headers.TryAddWithoutValidation("Authorization", header);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("oauth_problem=parameter_absent", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static OAuth1Token Token { get; } = new("1/access", "secret");

    private Task<TestServer> Start(params (string Name, string Value)[] settings) => TestServer.Start(
        (db, sealer) =>
        {
            Seeds.Demo(db, sealer);
            db.Add(Seeds.Consumer(sealer, "other", "other-secret", "Another"));
            db.Add(Seeds.Token(sealer, Token.Token, "secret", Seeds.ConsumerKey, "Access", userId: 2, scopes: Seeds.UsersScope));
            foreach (var name in Enumerable.Range(0, 5).Select(i => $"4/token-{i}").Append("4/untouched"))
            {
                db.Add(Seeds.Token(sealer, name, "secret", Seeds.ConsumerKey, "ApprovedRequest", userId: 2, "right", time.GetUtcNow().AddMinutes(9), Seeds.UsersScope));
            }
        },
        time: time, settings: settings);
}
