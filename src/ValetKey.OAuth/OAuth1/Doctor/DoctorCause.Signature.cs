namespace ValetKey.OAuth;

/// <content>The vocabulary: what may be wrong with the signature itself.</content>
public sealed partial class DoctorCause
{
    /// <summary>The signature was not escaped.</summary>
    public static DoctorCause SignatureNotEncoded { get; } = new("signature-not-encoded", "The signature was not escaped",
        "The signature stands raw in the query or form, so its + arrived as a space.",
        "Percent-encode oauth_signature like every other parameter.",
        "signature_invalid");

    /// <summary>The signature was escaped twice.</summary>
    public static DoctorCause SignatureEncodedTwice { get; } = new("signature-encoded-twice", "The signature was escaped twice",
        "The signature was percent-encoded before it was handed to a writer that encodes it again.",
        "Hand the plain signature to what writes the header or the address.",
        "signature_invalid");

    /// <summary>The signature is hexadecimal.</summary>
    public static DoctorCause SignatureHex { get; } = new("signature-hex", "The signature is hexadecimal",
        "The digest is written in Base64, not as hexadecimal digits (RFC 5849 §3.4.2).",
        "Take the raw bytes of the digest, and write them in Base64.",
        "signature_invalid");

    /// <summary>The signature is in Base64 for addresses.</summary>
    public static DoctorCause SignatureBase64Url { get; } = new("signature-base64url", "The signature is in Base64 for addresses",
        "The signature is written in plain Base64, with + and /, not - and _.",
        "Use the standard alphabet of Base64, then percent-encode.",
        "signature_invalid");

    /// <summary>The signature lost its =.</summary>
    public static DoctorCause SignaturePadding { get; } = new("signature-padding-missing", "The signature lost its =",
        "Base64 ends with = where the bytes do not fill it.",
        "Keep the = at the end, percent-encoded as %3D.",
        "signature_invalid");

    /// <summary>The signature has blanks or line ends.</summary>
    public static DoctorCause SignatureWhitespace { get; } = new("signature-has-whitespace", "The signature has blanks or line ends",
        "The Base64 encoder broke lines, or added one at the end.",
        "Encode without line breaks.",
        "signature_invalid");

    /// <summary>The signature was cut.</summary>
    public static DoctorCause SignatureTruncated { get; } = new("signature-truncated", "The signature was cut",
        "What arrived is only the beginning of the right signature.",
        "Send the whole signature; look for a limit on its length.",
        "signature_invalid");

    /// <summary>Signed in another way than oauth_signature_method says.</summary>
    public static DoctorCause MethodMismatch { get; } = new("signature-method-mismatch", "Signed in another way than oauth_signature_method says",
        "The signature was made with another hash or kind of key than the request names.",
        "Let oauth_signature_method say what the signer does.",
        "signature_invalid");
}
