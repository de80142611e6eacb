using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ValetKey.Server.OAuth2;

/// <summary>Proof Key for Code Exchange, S256 alone (RFC 7636): whoever redeems a code proves that it was asked for by the same program.</summary>
internal static class CodeChallenge
{
    private const int Length = 43;          // SHA-256 in base64url

    private static readonly SearchValues<char> Base64UrlCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private static readonly SearchValues<char> Unreserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    /// <summary>Whether it can be the digest of any verifier (§4.2).</summary>
    public static bool IsWellFormed(string challenge) => challenge.Length == Length && !challenge.AsSpan().ContainsAnyExcept(Base64UrlCharacters);

    /// <summary>Whether it is 43 to 128 unreserved characters (§4.1).</summary>
    public static bool IsVerifier(string verifier) => verifier.Length is >= 43 and <= 128 && !verifier.AsSpan().ContainsAnyExcept(Unreserved);

    /// <summary>Whether the verifier is the one that the challenge was made from (§4.6).</summary>
    public static bool Matches(string challenge, string verifier) => CryptographicOperations.FixedTimeEquals(
        Encoding.ASCII.GetBytes(challenge),
        Encoding.ASCII.GetBytes(Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))));
}
