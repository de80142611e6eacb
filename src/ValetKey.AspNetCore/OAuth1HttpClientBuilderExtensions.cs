using Microsoft.Extensions.DependencyInjection;
using ValetKey.OAuth;

namespace ValetKey.AspNetCore;

/// <summary>Signs what the clients of a factory send.</summary>
public static class OAuth1HttpClientBuilderExtensions
{
    /// <summary>Signs every request of this client with a consumer and a token (RFC 5849 §3), as <see cref="OAuth1Handler"/> does it.</summary>
    /// <param name="builder">What <c>AddHttpClient</c> gives.</param>
    /// <param name="consumer">Who calls.</param>
    /// <param name="token">For whom.</param>
    public static IHttpClientBuilder AddOAuth1(this IHttpClientBuilder builder, OAuth1Consumer consumer, OAuth1Token token)
    {
        ArgumentNullException.ThrowIfNull(consumer);
        return builder.AddOAuth1(consumer.With(token));
    }

    /// <summary>Signs every request of this client, for example with the token of a store whose scope covers its address, or with none.</summary>
    /// <param name="builder">What <c>AddHttpClient</c> gives.</param>
    /// <param name="credentials">What <c>consumer.With(…)</c> or <c>consumer.WithoutToken()</c> gives.</param>
    public static IHttpClientBuilder AddOAuth1(this IHttpClientBuilder builder, OAuth1Credentials credentials)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        return builder.AddHttpMessageHandler(() => new OAuth1Handler(credentials));
    }
}
