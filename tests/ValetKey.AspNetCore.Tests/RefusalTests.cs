using Microsoft.Extensions.DependencyInjection;
using ValetKey.OAuth;

namespace ValetKey.AspNetCore.Tests;

/// <summary>What is answered where a request is not let in.</summary>
public sealed class RefusalTests
{
    [Fact]
    public async Task An_unsigned_request_is_asked_for_a_signature()
    {
        await using var shop = await Shop.StartAsync(oauth => oauth.Realm = "The shop");
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1/who");
        var answer = await shop.SendAsync(request, credentials: null);
        Assert.Equal((401, "OAuth realm=\"The shop\"", ""), (answer.Status, answer.WwwAuthenticate, answer.Body));
    }

    [Fact]
    public async Task A_public_form_needs_no_signature()
    {
        await using var shop = await Shop.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://127.0.0.1/public") { Content = new StringContent("item=%GG&x", null, "application/x-www-form-urlencoded") };
        Assert.Equal(200, (await shop.SendAsync(request, credentials: null)).Status);
    }

    [Theory]
    [InlineData("OAuth", "parameter_absent")]
    [InlineData("OAuth oauth_consumer_key=\"shop\"", "parameter_absent")]
    [InlineData("OAuth nonsense", "parameter_rejected")]
    public async Task A_bad_header_is_never_taken_for_none(string header, string problem)
    {
        await using var shop = await Shop.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1/who");
        request.Headers.TryAddWithoutValidation("Authorization", header);
        var answer = await shop.SendAsync(request, credentials: null);
        Assert.Equal((400, problem), (answer.Status, answer.Problem));
    }

    [Theory]
    [InlineData("OAuth a=\"b\"", "Bearer x")]
    [InlineData("Bearer x", "OAuth a=\"b\"")]
    [InlineData("OAuth a=\"b\"", "OAuth c=\"d\"")]
    public async Task Two_headers_are_400_in_every_order(string first, string second)
    {
        await using var shop = await Shop.StartAsync();
        Assert.Equal(400, (await shop.SendRawAsync("GET /who HTTP/1.1", "Host: shop.example", $"Authorization: {first}", $"Authorization: {second}")).Status);
    }

    [Fact]
    public async Task A_wrong_signature_shows_the_base_string_to_developers_alone()
    {
        await using var production = await Shop.StartAsync();
        await using var development = await Shop.StartAsync(oauth => oauth.ShowBaseString = true);
        var wrong = new OAuth1Consumer(Shop.Key, "another") { Time = development.Clock }.WithoutToken();
        var shown = await development.SendAsync(HttpMethod.Get, "/who?q=1", credentials: wrong);
        Assert.Equal("signature_invalid", OAuthProblem.Read(401, shown.Body, null)!.Code);
        Assert.Contains("base_string:GET&http%3A%2F%2F127.0.0.1", shown.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(Shop.Secret, shown.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("base_string", (await production.SendAsync(HttpMethod.Get, "/who?q=1", credentials: wrong)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_too_large_is_413()
    {
        await using var shop = await Shop.StartAsync(oauth => oauth.Limits = oauth.Limits with { MaxFormLength = 1000 });
        Assert.Equal(413, (await shop.SendAsync(HttpMethod.Post, "/order", new FormUrlEncodedContent([KeyValuePair.Create("item", new string('x', 1000))]))).Status);
    }

    [Fact]
    public async Task A_full_nonce_store_is_503_and_says_when_to_come_again()
    {
        await using var shop = await Shop.StartAsync(services: services => services.AddSingleton<INonceStore>(
            provider => new MemoryNonceStore(provider.GetRequiredService<TimeProvider>(), TimeSpan.FromMinutes(5)) { CapacityPerConsumer = 1 }));
        Assert.Equal(200, (await shop.SendAsync(HttpMethod.Get, "/who")).Status);
        var refused = await shop.SendAsync(HttpMethod.Get, "/who");
        Assert.Equal((503, "300"), (refused.Status, refused.RetryAfter));
    }

    [Fact]
    public async Task A_policy_that_forbids_is_permission_denied()
    {
        await using var shop = await Shop.StartAsync();
        var answer = await shop.SendAsync(HttpMethod.Get, "/closed");
        Assert.Equal((401, "permission_denied"), (answer.Status, answer.Problem));
    }

    [Fact]
    public async Task The_application_can_refuse_after_all()
    {
        await using var shop = await Shop.StartAsync(oauth => oauth.Events.OnVerified = verified =>
        {
            verified.Refuse(OAuthProblem.ConsumerKeyRejected());
            return Task.CompletedTask;
        });
        Assert.Equal("consumer_key_rejected", (await shop.SendAsync(HttpMethod.Get, "/who")).Problem);
    }
}
