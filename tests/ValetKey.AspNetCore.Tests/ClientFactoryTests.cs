using Microsoft.Extensions.DependencyInjection;
using ValetKey.OAuth;

namespace ValetKey.AspNetCore.Tests;

/// <summary>Clients that a factory makes.</summary>
public sealed class ClientFactoryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sign_what_they_send()
    {
        await using var shop = await Shop.StartAsync();
        await using var services = new ServiceCollection()
            .AddHttpClient("shop", http => http.BaseAddress = shop.Origin).AddOAuth1(shop.Consumer.WithoutToken()).Services
            .BuildServiceProvider();
        using var client = services.GetRequiredService<IHttpClientFactory>().CreateClient("shop");
        Assert.Equal("shop oauth_consumer_key=shop", await client.GetStringAsync("/who?a=b%20c", Stop));
        Assert.Equal("shop oauth_consumer_key=shop", await client.GetStringAsync("/who?a=b%20c", Stop));      // with a nonce of its own
    }

    [Fact]
    public async Task Sign_with_a_consumer_and_a_token()
    {
        await using var services = new ServiceCollection()
            .AddHttpClient("shop").AddOAuth1(new OAuth1Consumer("key", "secret"), new OAuth1Token("1/token", "token-secret"))
            .ConfigurePrimaryHttpMessageHandler(() => new Echo()).Services
            .BuildServiceProvider();
        using var client = services.GetRequiredService<IHttpClientFactory>().CreateClient("shop");
        Assert.Contains("oauth_token=\"1%2Ftoken\"", await client.GetStringAsync("https://shop.example/", Stop), StringComparison.Ordinal);
    }

    /// <summary>Answers with what it was authorized by.</summary>
    private sealed class Echo : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StringContent(request.Headers.Authorization!.ToString()) });
    }
}
