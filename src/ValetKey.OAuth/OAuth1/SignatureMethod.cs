using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace ValetKey.OAuth;

/// <summary>How a request is signed: a value of <c>oauth_signature_method</c>, spelt as on the wire (RFC 5849 §3.4).</summary>
public sealed class SignatureMethod : IParsable<SignatureMethod>
{
    private readonly HashAlgorithmName _hash;
    private readonly Func<string, Secret, Secret, string>? _sign;
    private readonly Func<string, string, Secret, Secret, bool>? _verify;

    private SignatureMethod(string name, HashAlgorithmName hash, bool isRsa = false)
    {
        Name = name;
        _hash = hash;
        IsRsa = isRsa;
    }

    private SignatureMethod(string name, HashAlgorithmName hash, Func<string, Secret, Secret, string> sign, Func<string, string, Secret, Secret, bool>? verify)
        : this(name, hash) => (_sign, _verify) = (sign, verify);

    /// <summary>A keyed hash over both secrets (§3.4.2). What most providers expect.</summary>
    public static SignatureMethod HmacSha1 { get; } = new("HMAC-SHA1", HashAlgorithmName.SHA1);

    /// <summary>As HMAC-SHA1, with SHA-256.</summary>
    public static SignatureMethod HmacSha256 { get; } = new("HMAC-SHA256", HashAlgorithmName.SHA256);

    /// <summary>As HMAC-SHA1, with SHA-512.</summary>
    public static SignatureMethod HmacSha512 { get; } = new("HMAC-SHA512", HashAlgorithmName.SHA512);

    /// <summary>Signed with the consumer's private key, so that no secret is shared (§3.4.3).</summary>
    public static SignatureMethod RsaSha1 { get; } = new("RSA-SHA1", HashAlgorithmName.SHA1, isRsa: true);

    /// <summary>As RSA-SHA1, with SHA-256.</summary>
    public static SignatureMethod RsaSha256 { get; } = new("RSA-SHA256", HashAlgorithmName.SHA256, isRsa: true);

    /// <summary>As RSA-SHA1, with SHA-512.</summary>
    public static SignatureMethod RsaSha512 { get; } = new("RSA-SHA512", HashAlgorithmName.SHA512, isRsa: true);

    /// <summary>Both secrets as they are (§3.4.4). For TLS or loopback alone: whoever reads the request has them.</summary>
    public static SignatureMethod Plaintext { get; } = new("PLAINTEXT", HashAlgorithmName.SHA1);

    /// <summary>A method of a provider's own. Give it to <see cref="OAuth1Consumer.SignatureMethod"/>, or to <see cref="OAuth1VerifierOptions.SignatureMethods"/>; nothing else knows it.</summary>
    /// <param name="name">As on the wire.</param>
    /// <param name="sign">From base string, consumer secret and token secret to the signature, not percent-encoded. Thread-safe.</param>
    /// <param name="verify">From base string, signature and both secrets to whether they fit; <c>null</c> where signing again tells, which is then compared in constant time.</param>
    /// <param name="bodyHash">The hash of <c>oauth_body_hash</c> beside it; SHA-256 by default.</param>
    public static SignatureMethod Custom(
        string name, Func<string, Secret, Secret, string> sign, Func<string, string, Secret, Secret, bool>? verify = null, HashAlgorithmName? bodyHash = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(sign);
        return new(name, bodyHash ?? HashAlgorithmName.SHA256, sign, verify);
    }

    /// <summary>All that can be signed and verified here, in the order in which a page should offer them.</summary>
    public static IReadOnlyList<SignatureMethod> All { get; } = [HmacSha1, HmacSha256, HmacSha512, RsaSha1, RsaSha256, RsaSha512, Plaintext];

    /// <summary>As on the wire; case matters.</summary>
    public string Name { get; }

    /// <summary>Whether it signs with a private key; the token secret then plays no part.</summary>
    public bool IsRsa { get; }

    /// <summary>Whether it is one of the keyed hashes.</summary>
    internal bool IsHmac => !IsRsa && _sign is null && this != Plaintext;

    /// <summary>The hash of <c>oauth_body_hash</c> beside this method; SHA-1 for PLAINTEXT.</summary>
    internal HashAlgorithmName Hash => _hash;

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <exception cref="FormatException">Not one of <see cref="All"/>; the message lists them.</exception>
    public static SignatureMethod Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var method) ? method
        : throw new FormatException($"No such signature method; use one of {string.Join(", ", All)}.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out SignatureMethod? result)
        => (result = All.FirstOrDefault(m => m.Name == s)) is not null;

    /// <summary>Signs with both secrets; for the HMAC methods, PLAINTEXT and custom ones.</summary>
    /// <returns>The value of <c>oauth_signature</c> before it is percent-encoded.</returns>
    /// <exception cref="InvalidOperationException">This is an RSA method.</exception>
    public string Sign(string baseString, Secret consumerSecret, Secret tokenSecret)
    {
        ArgumentNullException.ThrowIfNull(baseString);
        if (_sign is not null)
        {
            return _sign(baseString, consumerSecret, tokenSecret);
        }

        var key = SigningKey.Of(consumerSecret, tokenSecret).Reveal();
        return IsRsa ? throw new InvalidOperationException($"{Name} signs with a private key; give the consumer one.")
            : this == Plaintext ? key
            : Convert.ToBase64String(CryptographicOperations.HmacData(_hash, Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(baseString)));
    }

    /// <summary>Signs with a private key; for the RSA methods. Only the key's signing operation is used, so it may live in a store or a device.</summary>
    /// <returns>The value of <c>oauth_signature</c> before it is percent-encoded.</returns>
    /// <exception cref="InvalidOperationException">This is no RSA method.</exception>
    public string Sign(string baseString, RSA privateKey)
    {
        ArgumentNullException.ThrowIfNull(baseString);
        ArgumentNullException.ThrowIfNull(privateKey);
        return !IsRsa ? throw new InvalidOperationException($"{Name} signs with secrets, not with a private key.")
            : Convert.ToBase64String(privateKey.SignHash(HashOf(baseString), _hash, RSASignaturePadding.Pkcs1));
    }

    /// <summary>Whether <paramref name="signature"/> is, byte for byte, what <see cref="Sign(string, Secret, Secret)"/> gives. Takes a constant time.</summary>
    public bool Verify(string baseString, string signature, Secret consumerSecret, Secret tokenSecret) => _verify is not null
        ? _verify(baseString, signature, consumerSecret, tokenSecret)
        : CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(Sign(baseString, consumerSecret, tokenSecret)),
            Encoding.UTF8.GetBytes(signature));

    /// <summary>Whether <paramref name="signature"/> was made over <paramref name="baseString"/> with the private half of <paramref name="publicKey"/>. Only the canonical Base64 spelling is taken.</summary>
    public bool Verify(string baseString, string signature, RSA publicKey)
    {
        ArgumentNullException.ThrowIfNull(baseString);
        ArgumentNullException.ThrowIfNull(signature);
        ArgumentNullException.ThrowIfNull(publicKey);
        var octets = new byte[publicKey.KeySize / 8];
        return Convert.TryFromBase64String(signature, octets, out var count)
            && count == octets.Length
            && Convert.ToBase64String(octets) == signature
            && publicKey.VerifyHash(HashOf(baseString), octets, _hash, RSASignaturePadding.Pkcs1);
    }

    private byte[] HashOf(string baseString) => CryptographicOperations.HashData(_hash, Encoding.UTF8.GetBytes(baseString));
}
