using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ValetKey.OAuth;

namespace ValetKey.AspNetCore.Tests;

/// <summary>Consumers and tokens: from the options, from configuration, or from a store of the application's own.</summary>
public sealed class StoreTests
{
    [Fact]
    public async Task Of_the_application_may_be_scoped_and_knows_tokens()
    {
        await using var shop = await Shop.StartAsync(
            oauth => oauth.Events.OnVerified = verified =>
            {
                verified.Identity.AddClaim(new("user", "liz"));
                return Task.CompletedTask;
            },
            services => services.AddScoped<IOAuth1VerifierStore, OwnStore>());
        var answer = await shop.SendAsync(HttpMethod.Get, "/who", credentials: new OAuth1Consumer("own", "own-secret") { Time = shop.Clock }.With(new OAuth1Token("1/token", "token-secret")));
        Assert.Equal("own oauth_consumer_key=own oauth_token=1/token user=liz", answer.Body);
        Assert.Equal("consumer_key_unknown", (await shop.SendAsync(HttpMethod.Get, "/who")).Problem);
        Assert.Equal("permission_denied", (await shop.SendAsync(HttpMethod.Get, "/who", credentials: new OAuth1Consumer("own", "own-secret") { Time = shop.Clock }.WithoutToken())).Problem);
    }

    [Fact]
    public async Task Of_the_options_is_filled_from_configuration()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Realm", "Configured"), new("Limits:TimestampWindow", "00:01:00"), new("Consumers:lms.example:Secret", "lms-secret"), new("Consumers:lms.example:SignatureMethods:0", "HMAC-SHA256"),
        ]).Build();
        await using var shop = await Shop.StartAsync(oauth => configuration.Bind(oauth));
        var consumer = new OAuth1Consumer("lms.example", "lms-secret") { Time = shop.Clock };
        Assert.Equal(200, (await shop.SendAsync(HttpMethod.Get, "/who", credentials: (consumer with { SignatureMethod = SignatureMethod.HmacSha256 }).WithoutToken())).Status);
        Assert.Equal("signature_method_rejected", (await shop.SendAsync(HttpMethod.Get, "/who", credentials: consumer.WithoutToken())).Problem);
        var late = consumer with { SignatureMethod = SignatureMethod.HmacSha256, Timestamp = System.Xml.XmlConvert.ToString(shop.Clock.GetUtcNow().ToUnixTimeSeconds() + 61) };
        Assert.Contains("realm=\"Configured\", oauth_problem=\"timestamp_refused\"", (await shop.SendAsync(HttpMethod.Get, "/who", credentials: late.WithoutToken())).WwwAuthenticate, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, "neither Secret nor PublicKey")]
    [InlineData("secret", "HMAC-MD5", "No such signature method; use one of HMAC-SHA1")]
    public async Task Of_the_options_is_checked_before_the_first_request(string? secret, string? method, string words)
    {
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => Shop.StartAsync(oauth =>
        {
            var consumer = new OAuth1ConsumerSettings { Secret = secret };
            if (method is not null)
            {
                consumer.SignatureMethods.Add(method);
            }

            oauth.Consumers.Add("broken", consumer);
        }));
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_asked_where_tokens_are_given_too_also_without_a_raw_target()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddAuthentication().AddOAuth1(oauth => oauth.Limits = new() { RequestTokenParameters = ["oauth_callback"] });
        services.AddSingleton<IOAuth1VerifierStore, OwnStore>();
        services.AddSingleton<INonceStore>(new MemoryNonceStore(TimeProvider.System, TimeSpan.FromMinutes(5)) { RefuseBefore = DateTimeOffset.UnixEpoch });
        await using var provider = services.BuildServiceProvider();
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://own.example/app/request-token?oauth_callback=oob&q=a%20b");
        await new OAuth1Consumer("own", "own-secret").WithoutToken().AuthorizeAsync(request, TestContext.Current.CancellationToken);
        var http = new DefaultHttpContext { RequestServices = provider };
        (http.Request.Method, http.Request.Scheme, http.Request.Host) = ("GET", "https", new("own.example"));
        (http.Request.PathBase, http.Request.Path, http.Request.QueryString) = ("/app", "/request-token", new(request.RequestUri!.Query));
        http.Request.Headers.Authorization = request.Headers.Authorization!.ToString();
        var verified = Assert.IsType<OAuth1Verification.Verified>(await http.VerifyOAuth1Async(OAuth1Endpoint.RequestToken, stop: TestContext.Current.CancellationToken));
        Assert.Equal(("own", "oob"), (verified.Consumer.Key, verified.Find("oauth_callback")));
    }

    private sealed class OwnStore : IOAuth1VerifierStore
    {
        public ValueTask<VerifiedConsumer?> FindConsumerAsync(string consumerKey, CancellationToken stop) =>
            new(consumerKey == "own" ? new VerifiedConsumer("own", "own-secret", [], SignatureMethod.All, Enabled: true) : null);

        public ValueTask<VerifiedToken?> FindTokenAsync(string token, CancellationToken stop) =>
            new(token == "1/token" ? new VerifiedToken(token, "token-secret", "own", OAuth1TokenState.Access) : null);

        public ValueTask<bool> TryVerifierAsync(VerifiedToken token, string verifier, CancellationToken stop) => new(false);
    }
}
