namespace ValetKey.OAuth;

/// <content>The vocabulary: what may be wrong with the key.</content>
public sealed partial class DoctorCause
{
    /// <summary>The secrets are in the wrong order.</summary>
    public static DoctorCause SecretsSwapped { get; } = new("secrets-swapped", "The secrets are in the wrong order",
        "The consumer secret comes first, the token secret second (RFC 5849 §3.4.2).",
        "Join the key as consumer secret, &, token secret.",
        "signature_invalid");

    /// <summary>The &amp; is missing in the key.</summary>
    public static DoctorCause KeyAmpersandMissing { get; } = new("key-ampersand-missing", "The & is missing in the key",
        "The & stands between the secrets even where one or both are empty (RFC 5849 §3.4.2).",
        "Always join the key with &, also without a token.",
        "signature_invalid");

    /// <summary>The token secret is missing in the key.</summary>
    public static DoctorCause TokenSecretOmitted { get; } = new("token-secret-omitted", "The token secret is missing in the key",
        "A request with a token is signed with the token's secret too (RFC 5849 §3.4.2).",
        "Keep the secret that came with the token, and sign with it.",
        "signature_invalid");

    /// <summary>The consumer secret is missing in the key.</summary>
    public static DoctorCause ConsumerSecretOmitted { get; } = new("consumer-secret-omitted", "The consumer secret is missing in the key",
        "The key begins with the consumer secret (RFC 5849 §3.4.2).",
        "Sign with the consumer secret, and see that its setting is read.",
        "signature_invalid");

    /// <summary>The secrets were not encoded.</summary>
    public static DoctorCause KeyNotEncoded { get; } = new("key-not-percent-encoded", "The secrets were not encoded",
        "Each secret is percent-encoded before the two are joined (RFC 5849 §3.4.2).",
        "Percent-encode both secrets.",
        "signature_invalid");

    /// <summary>The secrets were encoded twice.</summary>
    public static DoctorCause KeyEncodedTwice { get; } = new("key-encoded-twice", "The secrets were encoded twice",
        "Each secret is percent-encoded once (RFC 5849 §3.4.2).",
        "Hand the plain secrets to the signer.",
        "signature_invalid");

    /// <summary>The key was encoded as a whole.</summary>
    public static DoctorCause KeyJoinedThenEncoded { get; } = new("key-joined-then-encoded", "The key was encoded as a whole",
        "The secrets are encoded each, and the & between them stays as it is; here it became %26.",
        "Encode the secrets first, then join them with a bare &.",
        "signature_invalid");

    /// <summary>The secrets were encoded by other rules.</summary>
    public static DoctorCause KeyEncodedOtherwise { get; } = new("key-encoded-otherwise", "The secrets were encoded by other rules",
        "The secrets are encoded by RFC 3986, as parameters are: a space is %20, escapes are in capitals, only - . _ ~ stay bare.",
        "Encode the secrets with the same function as the parameters.",
        "signature_invalid");

    /// <summary>A key or token was used as a secret.</summary>
    public static DoctorCause IdentifierAsSecret { get; } = new("identifier-as-secret", "A key or token was used as a secret",
        "The consumer key or the token stood where its secret belongs.",
        "Give the secret that belongs to the key, and that which belongs to the token.",
        "signature_invalid");

    /// <summary>A secret has blanks or a line end.</summary>
    public static DoctorCause SecretPadded { get; } = new("secret-has-whitespace", "A secret has blanks or a line end",
        "One side has a blank or a line end at the end or the beginning of a secret, mostly from copying.",
        "Trim the secrets where they are stored.",
        "signature_invalid");

    /// <summary>Another secret was used.</summary>
    public static DoctorCause SecretMismatch { get; } = new("secret-mismatch", "Another secret was used",
        "What should be signed is clear, and no known mistake gives this signature: the key is another one. The secret may be of another application, of another token, or outdated.",
        "Compare both secrets with the server's, and ask for a new token where in doubt.",
        "signature_invalid");

    /// <summary>Signed with another RSA key.</summary>
    public static DoctorCause RsaKeyMismatch { get; } = new("rsa-key-mismatch", "Signed with another RSA key",
        "The signature was not made with the private half of this public key.",
        "Register the public key that belongs to the private key in use.",
        "signature_invalid");
}
