using System.Security.Cryptography;

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
    public static bool Passes(SignedClaim claim, string baseString, VerifiedConsumer consumer, VerifiedToken? token, OAuth1VerifierOptions options)
    {
        if (!claim.Method!.IsRsa)
        {
            var tokenSecret = claim.Token is null ? Secret.Empty : token?.Secret ?? Nobodys;
            return claim.Method.Verify(baseString, claim.Signature, consumer.Secret, tokenSecret);
        }

        return consumer.PublicKeys.Any(key => key.KeySize >= options.MinimumRsaKeySize && claim.Method.Verify(baseString, claim.Signature, key));
    }

    public static void SpendTheSameTime(SignedClaim claim, string baseString)
    {
        _ = claim.Method!.IsRsa ? claim.Method.Verify(baseString, claim.Signature, NobodysKey.Value) : claim.Method.Verify(baseString, claim.Signature, Nobodys, Nobodys);
    }

    /// <summary>Whether the body is the one whose hash was signed, if one was (OAuth Request Body Hash 1.0).</summary>
    public static bool BodyHashFits(SignedClaim claim, ReadOnlyMemory<byte>? body) => claim.BodyHash is null
        || Convert.ToBase64String(CryptographicOperations.HashData(claim.Method!.Hash, (body ?? ReadOnlyMemory<byte>.Empty).Span)) == claim.BodyHash;
}
