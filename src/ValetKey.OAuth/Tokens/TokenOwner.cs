using System.Text;

namespace ValetKey.OAuth;

/// <summary>Whose a kept token is, as far as that may be written down: a consumer of OAuth 1.0, or a client of OAuth 2.0.</summary>
/// <param name="Id">The consumer key, or the client id.</param>
public sealed record TokenOwner(string Id)
{
    /// <summary>The consumer secret, or the client secret; <c>null</c> where it is not kept: then whoever uses the token brings it.</summary>
    public Secret? Secret { get; init; }

    /// <summary>The private key of a consumer that signs with RSA, as PEM text; <c>null</c> where there is none or it is not kept.</summary>
    public Secret? PrivateKey { get; init; }

    /// <summary>How a consumer signs; <c>null</c> for HMAC-SHA1, or RSA-SHA1 with a private key.</summary>
    public SignatureMethod? SignatureMethod { get; init; }

    /// <summary>Who gave the token: the <see cref="OAuth1Provider.Id"/> of a known provider, or a host; <c>null</c> for Google.</summary>
    public string? Provider { get; init; }

    /// <summary>Where a client of OAuth 2.0 sends its users; <c>null</c> for Google's address.</summary>
    public string? AuthorizeUrl { get; init; }

    /// <summary>Where a client of OAuth 2.0 renews its tokens; <c>null</c> for Google's address.</summary>
    public string? TokenUrl { get; init; }

    /// <summary>The consumer, fitted to its provider where that is a known one.</summary>
    /// <exception cref="FormatException">The private key cannot be read.</exception>
    /// <exception cref="ArgumentException">The signature method does not go with the secret or key at hand.</exception>
    public OAuth1Consumer ToConsumer()
    {
        var consumer = PrivateKey is { } pem ? new OAuth1Consumer(Id, RsaKey.ReadPrivate(pem.Reveal())) : new OAuth1Consumer(Id, Secret ?? Secret.Empty);
        consumer = SignatureMethod is { } method ? consumer with { SignatureMethod = method } : consumer;
        return Provider is { } id && OAuth1Providers.Find(id) is { } provider ? provider.Fit(consumer) : consumer;
    }

    // Without the addresses and all that is secret.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append("Id = ").Append(Id).Append(", Provider = ").Append(Provider);
        return true;
    }
}
