namespace ValetKey.OAuth;

/// <content>The vocabulary: what can be read off the request, and what the doctor says where there is no cause.</content>
public sealed partial class DoctorCause
{
    /// <summary>The request is not signed.</summary>
    public static DoctorCause NotSigned { get; } = new("not-signed", "The request is not signed",
        "There are no OAuth 1.0 parameters in the header, the query or the form.",
        "Sign the request: Authorization: OAuth oauth_consumer_key=\"…\", ….",
        "parameter_absent");

    /// <summary>The Authorization header is malformed.</summary>
    public static DoctorCause HeaderMalformed { get; } = new("header-malformed", "The Authorization header is malformed",
        "The header is a list of name=\"value\", joined by commas (RFC 5849 §3.5.1).",
        "Write OAuth name=\"value\", name=\"value\", each percent-encoded.",
        "parameter_rejected");

    /// <summary>The request cannot be read.</summary>
    public static DoctorCause RequestMalformed { get; } = new("request-malformed", "The request cannot be read",
        "An address or a form that is not well-formed can be read in two ways, so a server refuses it.",
        "Escape every character that is not allowed, as UTF-8.",
        "parameter_rejected");

    /// <summary>A protocol parameter is missing.</summary>
    public static DoctorCause ParameterAbsent { get; } = new("parameter-absent", "A protocol parameter is missing",
        "The request lacks a parameter that signing needs.",
        "Send all of oauth_consumer_key, oauth_signature_method, oauth_signature, oauth_timestamp and oauth_nonce.",
        "parameter_absent");

    /// <summary>A protocol parameter is wrong.</summary>
    public static DoctorCause ParameterRejected { get; } = new("parameter-rejected", "A protocol parameter is wrong",
        "A protocol parameter stands twice, in the wrong place, or has a form that is not allowed.",
        "Send each parameter once, in one place and in its right form.",
        "parameter_rejected");

    /// <summary>oauth_version is not 1.0.</summary>
    public static DoctorCause VersionRejected { get; } = new("version-rejected", "oauth_version is not 1.0",
        "oauth_version is 1.0 or left out (RFC 5849 §3.1); revision 1.0a is 1.0 as well.",
        "Send oauth_version=1.0, or leave it out.",
        "version_rejected");

    /// <summary>Unknown signature method.</summary>
    public static DoctorCause MethodUnknown { get; } = new("signature-method-unknown", "Unknown signature method",
        "oauth_signature_method is none that is known here.",
        "Use HMAC-SHA1 or another method that the server names, spelt exactly.",
        "signature_method_rejected");

    /// <summary>oauth_body_hash does not fit the body.</summary>
    public static DoctorCause BodyHashWrong { get; } = new("body-hash-wrong", "oauth_body_hash does not fit the body",
        "oauth_body_hash is the hash of the body's bytes as they are sent, in Base64.",
        "Hash the bytes that are sent, with the hash of the signature method.",
        "signature_invalid");

    /// <summary>The timestamp counts milliseconds.</summary>
    public static DoctorCause TimestampMilliseconds { get; } = new("timestamp-in-milliseconds", "The timestamp counts milliseconds",
        "oauth_timestamp counts seconds since 1970-01-01 UTC (RFC 5849 §3.3).",
        "Divide by 1000.",
        "timestamp_refused");

    /// <summary>The clocks differ.</summary>
    public static DoctorCause ClockSkew { get; } = new("clock-skew", "The clocks differ",
        "oauth_timestamp is further from the server's clock than it allows.",
        "Set the sender's clock, by NTP; send seconds since 1970-01-01 UTC.",
        "timestamp_refused");

    /// <summary>The nonce was used before.</summary>
    public static DoctorCause NonceReused { get; } = new("nonce-reused", "The nonce was used before",
        "The server took a request with this timestamp and nonce before (RFC 5849 §3.3).",
        "Sign every request anew, also a retry and the target of a redirect.",
        "nonce_used");

    /// <summary>The server reads another request.</summary>
    public static DoctorCause ServerReadsOtherwise { get; } = new("server-reads-otherwise", "The server reads another request",
        "The base string that the server computed is not that of the request as it is here: something changed on the way, or the server computes it wrongly.",
        "Compare the two at the difference; look at proxies, rewrites and middleware that change parameters.",
        "signature_invalid");

    /// <summary>The cause cannot be told.</summary>
    public static DoctorCause CannotTell { get; } = new("cannot-tell", "The cause cannot be told",
        "What is known does not suffice.",
        "Give both secrets, and the base string that the server computed if its answer shows one.",
        null);

    /// <summary>The signature is right.</summary>
    public static DoctorCause SignatureFine { get; } = new("signature-fine", "The signature is right",
        "The request is signed as it should be with these secrets.",
        "Look for the reason elsewhere: token, rights, or another request than this one.",
        null);
}
