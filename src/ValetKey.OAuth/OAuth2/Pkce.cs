using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ValetKey.OAuth;

/// <summary>Proof that who exchanges a code is who asked for it (RFC 7636), by SHA-256.</summary>
public static class Pkce
{
    /// <summary>The one method used here; <c>plain</c> proves nothing to who sees the request.</summary>
    public const string Method = "S256";

    private static readonly SearchValues<char> Unreserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    /// <summary>A new verifier of 256 random bits, 43 characters.</summary>
    public static Secret NewVerifier() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>The challenge to send ahead: the verifier's SHA-256 in Base64url without padding (§4.2).</summary>
    /// <exception cref="ArgumentException">No verifier by the grammar of §4.1.</exception>
    public static string Challenge(Secret verifier)
    {
        ArgumentNullException.ThrowIfNull(verifier);
        return IsVerifier(verifier.Reveal()) ? Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier.Reveal())))
            : throw new ArgumentException("A code verifier has 43 to 128 characters of letters, digits and -._~ (RFC 7636 section 4.1).", nameof(verifier));
    }

    /// <summary>Whether a text can be a verifier: 43 to 128 letters, digits and <c>-._~</c> (§4.1).</summary>
    public static bool IsVerifier(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length is >= 43 and <= 128 && !text.AsSpan().ContainsAnyExcept(Unreserved);
    }

    /// <summary>Whether a verifier belongs to a challenge (§4.6); <c>false</c> for what is no verifier. Takes a constant time.</summary>
    public static bool Matches(string verifier, string challenge) =>
        IsVerifier(verifier) && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Challenge(verifier)), Encoding.UTF8.GetBytes(challenge));
}
