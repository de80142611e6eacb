using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace ValetKey.OAuth;

/// <summary>Compares a signature with what it should be, and does the same work where nobody knows what it should be, so that the time tells nothing.</summary>
internal static class SignatureCheck
{
    private static readonly Secret Nobodys = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
    private static readonly Lazy<RSA> NobodysKey = new(() => RSA.Create(2048));

    /// <param name="claim">What the request says, its method being one that the consumer may use.</param>
    /// <param name="baseString">What was signed, as this server sees it.</param>
    /// <param name="consumer">Who should have signed.</param>
    /// <param name="token">With which token; <c>null</c> for none and for one that is not known, which <see cref="SignedClaim.Token"/> tells apart.</param>
    /// <param name="options">The shortest key that counts.</param>
    /// <param name="hashes">Those of this verifier.</param>
    public static bool Passes(SignedClaim claim, string baseString, VerifiedConsumer consumer, VerifiedToken? token, OAuth1VerifierOptions options, KeyedHashes hashes)
    {
        if (claim.Method!.IsRsa)
        {
            return consumer.PublicKeys.Any(key => key.KeySize >= options.MinimumRsaKeySize && claim.Method.Verify(baseString, claim.Signature, key));
        }

        var tokenSecret = claim.Token is null ? Secret.Empty : token?.Secret ?? Nobodys;
        return claim.Method.IsHmac
            ? Fits(baseString, claim.Signature, hashes.Of(claim.Method, consumer.Secret, tokenSecret))
            : claim.Method.Verify(baseString, claim.Signature, consumer.Secret, tokenSecret);
    }

    public static void SpendTheSameTime(SignedClaim claim, string baseString, KeyedHashes hashes)
    {
        _ = claim.Method!.IsRsa ? claim.Method.Verify(baseString, claim.Signature, NobodysKey.Value)
            : claim.Method.IsHmac ? Fits(baseString, claim.Signature, hashes.Of(claim.Method, Nobodys, Nobodys))
            : claim.Method.Verify(baseString, claim.Signature, Nobodys, Nobodys);
    }

    /// <summary>Whether a signature is the keyed hash of a base string, in its one spelling. Takes a constant time.</summary>
    public static bool Fits(ReadOnlySpan<byte> baseString, ReadOnlySpan<char> signature, KeyedHash hash)
    {
        Span<byte> mac = stackalloc byte[64];
        Span<char> right = stackalloc char[88];
        Convert.TryToBase64Chars(mac[..hash.Compute(baseString, mac)], right, out var length);
        return CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(right[..length]), MemoryMarshal.AsBytes(signature));
    }

    private static bool Fits(string baseString, string signature, KeyedHash hash) =>
        Fits(Encoding.ASCII.GetBytes(baseString), signature, hash);

    /// <summary>Whether the body is the one whose hash was signed, if one was (OAuth Request Body Hash 1.0).</summary>
    public static bool BodyHashFits(SignedClaim claim, ReadOnlyMemory<byte>? body) => claim.BodyHash is null
        || BodyHash.Of(claim.Method!, (body ?? ReadOnlyMemory<byte>.Empty).Span) == claim.BodyHash;
}
