namespace ValetKey.OAuth;

/// <summary>A signature taken apart, for people: every part with where it comes from. No secret is in it (RFC 5849 §3.4).</summary>
/// <param name="Method">The HTTP method, upper-case in the base string.</param>
/// <param name="BaseStringUri">The address part.</param>
/// <param name="Parameters">What is signed, protocol parameters first, then query, then form.</param>
/// <param name="NormalizedParameters">The parameters encoded, sorted and joined.</param>
/// <param name="BaseString">The text that is signed.</param>
/// <param name="MaskedKey">The HMAC key with all but the first letters of the consumer secret hidden, <c>demo-••••&amp;••••</c>; <c>(private key)</c> for RSA.</param>
/// <param name="SignatureMethod">How it is signed.</param>
/// <param name="Signature">The value of <c>oauth_signature</c> before it is percent-encoded; the masked key for PLAINTEXT, whose signature is the secrets.</param>
public sealed record SignatureExplanation(
    string Method,
    string BaseStringUri,
    IReadOnlyList<ExplainedParameter> Parameters,
    string NormalizedParameters,
    string BaseString,
    string MaskedKey,
    SignatureMethod SignatureMethod,
    string Signature);
