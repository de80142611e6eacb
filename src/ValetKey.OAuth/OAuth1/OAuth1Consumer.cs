using System.Security.Cryptography;
using System.Text;

namespace ValetKey.OAuth;

/// <summary>Who calls: a consumer key with its secret, or with an RSA private key. Thread-safe; change a copy with <c>with</c>.</summary>
public sealed record OAuth1Consumer
{
    private readonly SignatureMethod _signatureMethod;

    // RSA objects are not promised to be thread-safe; copies made by "with" share the key and so this lock.
    private readonly Lock _privateKeyInUse = new();
    private readonly KeyedHashes _hashes = new();

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

    /// <summary>Whether bodies that are no form are signed, too, by their hash (OAuth Request Body Hash 1.0), which reads them into memory. Default: no; few providers know it.</summary>
    public bool BodyHash { get; init; }

    /// <summary>Further protocol parameters of every request, beside the ones of signing. They travel where those travel and are signed.</summary>
    public IReadOnlyList<Parameter> MoreParameters { get; init; } = [];

    /// <summary>How far each provider's clock is from ours, where one has said so; shared with the copies.</summary>
    internal ClockCorrections Clocks { get; } = new();

    /// <summary>Signs every request with this token.</summary>
    public OAuth1Credentials With(OAuth1Token token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return new(this, token);
    }

    /// <summary>Signs every request with this token and, where a provider's tokens end and can be renewed (the Session extension), with the one that <paramref name="renew"/> gave last.</summary>
    /// <param name="token">The token to begin with.</param>
    /// <param name="renew">Usually <see cref="OAuth1Flow.RenewAsync"/>, then keeping the new one; <c>null</c> where it cannot be renewed. Many callers cause one renewal.</param>
    public OAuth1Credentials With(OAuth1Token token, Func<OAuth1Token, CancellationToken, Task<OAuth1Token?>> renew)
    {
        ArgumentNullException.ThrowIfNull(token);
        ArgumentNullException.ThrowIfNull(renew);
        return new(this, token, renew);
    }

    /// <summary>Signs each request with the token whose scope covers it (see <see cref="ITokenStore.FindAsync{T}"/>).</summary>
    public OAuth1Credentials With(ITokenStore tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return new(this, tokens);
    }

    /// <summary>Signs without a token: a consumer that acts alone (two-legged).</summary>
    public OAuth1Credentials WithoutToken() => new(this, (OAuth1Token?)null);

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

    /// <param name="baseString">ASCII.</param>
    /// <param name="tokenSecret">Empty for none.</param>
    /// <param name="space">For 88 characters, which the longest keyed hash has.</param>
    internal ReadOnlySpan<char> Sign(ReadOnlySpan<byte> baseString, Secret tokenSecret, Span<char> space)
    {
        if (!SignatureMethod.IsHmac)
        {
            return Sign(Encoding.ASCII.GetString(baseString), tokenSecret);
        }

        Span<byte> mac = stackalloc byte[64];
        var length = _hashes.Of(SignatureMethod, Secret, tokenSecret).Compute(baseString, mac);
        Convert.TryToBase64Chars(mac[..length], space, out var written);
        return space[..written];
    }
}
