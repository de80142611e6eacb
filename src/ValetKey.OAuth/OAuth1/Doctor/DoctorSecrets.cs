using System.Security.Cryptography;

namespace ValetKey.OAuth;

/// <summary>What the server has on file for a signature. What is missing is <c>null</c>, and the diagnosis says what cannot be known without it; an empty secret is one that is known to be empty.</summary>
public sealed record DoctorSecrets
{
    /// <summary>The consumer secret, plain.</summary>
    public Secret? ConsumerSecret { get; init; }

    /// <summary>The token secret, plain. Not needed for a request without a token.</summary>
    public Secret? TokenSecret { get; init; }

    /// <summary>The consumer's RSA key, public or private; only its public half is used. Not disposed here.</summary>
    public RSA? RsaKey { get; init; }

    /// <summary>Reads an RSA key for <see cref="RsaKey"/>: a private key, a public key or a certificate, as PEM.</summary>
    /// <exception cref="FormatException">None of these; the message names the form found and those taken.</exception>
    public static RSA ReadRsaKey(string pem)
    {
        ArgumentNullException.ThrowIfNull(pem);
        return pem.Contains("PRIVATE KEY-----", StringComparison.Ordinal) ? OAuth.RsaKey.ReadPrivate(pem) : OAuth.RsaKey.ReadPublic(pem);
    }
}
