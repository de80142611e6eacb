using System.Security.Cryptography;

namespace ValetKey.OAuth;

/// <summary>Who calls: a consumer key with its secret, or with an RSA private key. Thread-safe; change a copy with <c>with</c>.</summary>
public sealed record OAuth1Consumer
{
    private readonly SignatureMethod _signatureMethod;

    // RSA objects are not promised to be thread-safe; copies made by "with" share the key and so this lock.
    private readonly Lock _privateKeyInUse = new();

    /// <summary>A consumer that shares a secret with the server. Signs with HMAC-SHA1 unless <see cref="SignatureMethod"/> says otherwise.</summary>
    /// <param name="key">The consumer key, plain; at Google the domain.</param>
    /// <param name="secret">The consumer secret, plain; may be empty.</param>
    public OAuth1Consumer(string key, Secret secret)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(secret);
        (Key, Secret, _signatureMethod) = (key, secret, SignatureMethod.HmacSha1);
    }

    /// <summary>A consumer whose public key the server knows. Signs with RSA-SHA1 unless <see cref="SignatureMethod"/> says otherwise.</summary>
    /// <param name="key">The consumer key, plain; at Google the domain.</param>
    /// <param name="privateKey">Used for signing only, so it may stay in a store or a device; not disposed here. <see cref="RsaKey"/> reads PEM text.</param>
    public OAuth1Consumer(string key, RSA privateKey)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(privateKey);
        (Key, Secret, PrivateKey, _signatureMethod) = (key, Secret.Empty, privateKey, SignatureMethod.RsaSha1);
    }

    /// <summary>The value of <c>oauth_consumer_key</c>.</summary>
    public string Key { get; }

    /// <summary>The shared secret; empty for a consumer with a private key.</summary>
    public Secret Secret { get; }

    /// <summary>The private key; <c>null</c> for a consumer with a secret.</summary>
    public RSA? PrivateKey { get; }

    /// <summary>How it signs.</summary>
    /// <exception cref="ArgumentException">An RSA method without a private key, or another with one.</exception>
    public SignatureMethod SignatureMethod
    {
        get => _signatureMethod;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _signatureMethod = value.IsRsa == PrivateKey is not null ? value
                : throw new ArgumentException(value.IsRsa
                    ? $"{value} needs a private key: new OAuth1Consumer(key, privateKey)."
                    : $"{value} needs a consumer secret: new OAuth1Consumer(key, secret).", nameof(value));
        }
    }

    /// <summary>Where the protocol parameters travel. Default: the <c>Authorization</c> header.</summary>
    public ParameterTransmission Transmission { get; init; }

    /// <summary>The <c>realm</c> of the header; <c>null</c>, the default, sends none.</summary>
    public string? Realm { get; init; }

    /// <summary>The clock of the timestamps. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The value of <c>oauth_timestamp</c>, seconds since 1970; <c>null</c>, the default, takes the time of each signing. For a request that must come out the same again.</summary>
    public string? Timestamp { get; init; }

    /// <summary>The value of <c>oauth_nonce</c>; <c>null</c>, the default, takes a new one of 128 random bits for each signing. For a request that must come out the same again.</summary>
    public string? Nonce { get; init; }

    /// <summary>The value of <c>oauth_version</c>; <c>null</c> sends none, which means the same (RFC 5849 §3.1).</summary>
    public string? Version { get; init; } = "1.0";

    /// <summary>Signs every request with this token.</summary>
    public OAuth1Credentials With(OAuth1Token token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return new(this, (_, _) => ValueTask.FromResult<OAuth1Token?>(token));
    }

    /// <summary>Signs each request with the token whose scope covers it (see <see cref="ITokenStore.FindAsync{T}"/>).</summary>
    public OAuth1Credentials With(ITokenStore tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return new(this, async (request, stop) => await tokens.FindAsync<OAuth1Token>(RequestScope.Of(request), stop).ConfigureAwait(false));
    }

    /// <summary>Signs without a token: a consumer that acts alone (two-legged).</summary>
    public OAuth1Credentials WithoutToken() => new(this, (_, _) => ValueTask.FromResult<OAuth1Token?>(null));

    internal string Sign(string baseString, Secret tokenSecret)
    {
        if (PrivateKey is null)
        {
            return SignatureMethod.Sign(baseString, Secret, tokenSecret);
        }

        lock (_privateKeyInUse)
        {
            return SignatureMethod.Sign(baseString, PrivateKey);
        }
    }
}
