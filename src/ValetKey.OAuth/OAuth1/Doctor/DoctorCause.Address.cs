namespace ValetKey.OAuth;

/// <content>The vocabulary: what may be wrong with method and address.</content>
public sealed partial class DoctorCause
{
    /// <summary>Signed with another HTTP method.</summary>
    public static DoctorCause WrongMethod { get; } = new("wrong-method", "Signed with another HTTP method",
        "The base string begins with the method that is sent. The client signed another one.",
        "Sign the method that is sent, after every override and redirect.",
        "signature_invalid");

    /// <summary>The method was not upper-cased.</summary>
    public static DoctorCause MethodNotUppercased { get; } = new("method-not-uppercased", "The method was not upper-cased",
        "The method stands in the base string in capitals, however it was typed (RFC 5849 §3.4.1.1).",
        "Upper-case the method before it is signed.",
        "signature_invalid");

    /// <summary>A proxy ended TLS.</summary>
    public static DoctorCause SchemeBehindProxy { get; } = new("scheme-behind-proxy", "A proxy ended TLS",
        "The client signed https and the server sees http, since a proxy in between took the TLS away.",
        "Have the proxy send X-Forwarded-Proto, and set the server to trust that proxy; the client is right.",
        "signature_invalid");

    /// <summary>Signed http, sent https.</summary>
    public static DoctorCause WrongScheme { get; } = new("wrong-scheme", "Signed http, sent https",
        "The client signed an http address, and the request came over https, perhaps after a redirect.",
        "Sign the https address that is called.",
        "signature_invalid");

    /// <summary>The scheme was not lower-cased.</summary>
    public static DoctorCause SchemeNotLowercased { get; } = new("scheme-not-lowercased", "The scheme was not lower-cased",
        "Scheme and host stand in lower case in the base string (RFC 5849 §3.4.1.2).",
        "Lower-case scheme and host before they are signed.",
        "signature_invalid");

    /// <summary>The host was not lower-cased.</summary>
    public static DoctorCause HostNotLowercased { get; } = new("host-not-lowercased", "The host was not lower-cased",
        "The host stands in lower case in the base string, however it was typed (RFC 5849 §3.4.1.2).",
        "Lower-case the host before it is signed, or type it in lower case.",
        "signature_invalid");

    /// <summary>Signed another host than the server sees.</summary>
    public static DoctorCause HostHeaderDiffers { get; } = new("host-header-differs", "Signed another host than the server sees",
        "The client signed the name it was given, and the Host header that arrived carries another; a proxy or a base address may have changed it.",
        "Call and sign one name; or have the proxy keep the Host header, or send X-Forwarded-Host to a server that trusts it.",
        "signature_invalid");

    /// <summary>The default port was signed.</summary>
    public static DoctorCause DefaultPortIncluded { get; } = new("default-port-included", "The default port was signed",
        "Port 80 of http and 443 of https are left out of the base string, even where they were typed (RFC 5849 §3.4.1.2).",
        "Leave the default port out of what is signed.",
        "signature_invalid");

    /// <summary>Another port was signed.</summary>
    public static DoctorCause WrongPort { get; } = new("wrong-port", "Another port was signed",
        "A port that is not the scheme's own belongs to the base string. The client left it out or signed another one.",
        "Sign the port that stands in the Host header.",
        "signature_invalid");

    /// <summary>The brackets of an IPv6 address were lost.</summary>
    public static DoctorCause Ipv6BracketsDropped { get; } = new("ipv6-brackets-dropped", "The brackets of an IPv6 address were lost",
        "An IPv6 address keeps its brackets in the base string.",
        "Keep the brackets around the address.",
        "signature_invalid");

    /// <summary>User and password of the address were signed.</summary>
    public static DoctorCause UserInfoSigned { get; } = new("userinfo-signed", "User and password of the address were signed",
        "What stands before @ in an address is not sent as part of the host, and not signed.",
        "Take the user out of the address before it is signed.",
        "signature_invalid");

    /// <summary>An empty path was signed as empty.</summary>
    public static DoctorCause EmptyPath { get; } = new("empty-path-kept", "An empty path was signed as empty",
        "An address without a path is sent, and signed, with the path / (RFC 5849 §3.4.1.2).",
        "Sign / where the address has no path.",
        "signature_invalid");

    /// <summary>A trailing slash was added or lost.</summary>
    public static DoctorCause TrailingSlash { get; } = new("trailing-slash", "A trailing slash was added or lost",
        "The path is signed as it is sent, with its last slash or without.",
        "Sign the very path that is called; take care with redirects that add a slash.",
        "signature_invalid");

    /// <summary>The path was decoded before it was signed.</summary>
    public static DoctorCause PathDecoded { get; } = new("path-decoded", "The path was decoded before it was signed",
        "The escapes of the path stay as they are sent; a framework had decoded them.",
        "Sign the raw path, not the one that the framework hands out.",
        "signature_invalid");

    /// <summary>The path was encoded twice.</summary>
    public static DoctorCause PathEncodedTwice { get; } = new("path-encoded-twice", "The path was encoded twice",
        "The path is escaped once for the wire, and once more as part of the base string; the client escaped it another time.",
        "Sign the path as it is sent.",
        "signature_invalid");

    /// <summary>The escapes of the path were rewritten.</summary>
    public static DoctorCause PathRewritten { get; } = new("path-escapes-rewritten", "The escapes of the path were rewritten",
        "The client signed another spelling of the path than it sent: %7E for ~, %c3 for %C3, or characters escaped that are not.",
        "Sign the path as it is sent, byte for byte.",
        "signature_invalid");

    /// <summary>The path was tidied before it was signed.</summary>
    public static DoctorCause PathNormalized { get; } = new("path-normalized", "The path was tidied before it was signed",
        "Dots, double slashes or capitals in the path were changed before it was signed, and the path was sent as it was.",
        "Sign the path as it is sent, or tidy it before both.",
        "signature_invalid");

    /// <summary>The part of the path after ; was not signed.</summary>
    public static DoctorCause PathParametersDropped { get; } = new("path-parameters-dropped", "The part of the path after ; was not signed",
        "A ; is a character of the path like any other, and what follows is signed.",
        "Sign the whole path.",
        "signature_invalid");

    /// <summary>The client signed another beginning of the path.</summary>
    public static DoctorCause PathPrefix { get; } = new("path-prefix-differs", "The client signed another beginning of the path",
        "A proxy or a mount point adds or takes away the first part of the path between client and server.",
        "Have server and proxy agree: keep the path, or send X-Forwarded-Prefix to a server that trusts it.",
        "signature_invalid");

    /// <summary>The query stayed in the address.</summary>
    public static DoctorCause QueryInBaseUri { get; } = new("query-in-base-uri", "The query stayed in the address",
        "The address in the base string ends with the path; the query goes into the parameters (RFC 5849 §3.4.1.2).",
        "Cut the address at the ? before it is signed.",
        "signature_invalid");
}
