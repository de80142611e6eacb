using System.Security.Cryptography;

namespace ValetKey.OAuth;

/// <summary>What a server has on file about a consumer.</summary>
/// <param name="Key">The consumer key.</param>
/// <param name="Secret">The shared secret; <see cref="Secret.Empty"/> for a consumer that signs with RSA alone.</param>
/// <param name="PublicKeys">The keys of which one must have signed; empty for a consumer that signs with its secret alone.</param>
/// <param name="SignatureMethods">What it may sign with. An RSA method without a public key is refused.</param>
/// <param name="Enabled">Whether it may call at all.</param>
public sealed record VerifiedConsumer(
    string Key,
    Secret Secret,
    IReadOnlyList<RSA> PublicKeys,
    IReadOnlyList<SignatureMethod> SignatureMethods,
    bool Enabled)
{
    /// <summary>Whether it may call APIs without a token (two-legged). For which users and scopes is for the caller of the verifier to decide.</summary>
    public bool MayActAlone { get; init; }
}
