namespace ValetKey.OAuth;

/// <content>The vocabulary: what may be wrong with encoding and order.</content>
public sealed partial class DoctorCause
{
    /// <summary>Encoded twice.</summary>
    public static DoctorCause DoubleEncoding { get; } = new("double-encoding", "Encoded twice",
        "Names or values were percent-encoded before they were handed to a signer that encodes them again.",
        "Hand plain text to the signer; decode what comes from an address first.",
        "signature_invalid");

    /// <summary>Parameters were not encoded.</summary>
    public static DoctorCause ValuesNotEncoded { get; } = new("values-not-encoded", "Parameters were not encoded",
        "Each name and value is percent-encoded once by itself, before the joined text is encoded again (RFC 5849 §3.4.1.3.2).",
        "Encode names and values before they are sorted and joined.",
        "signature_invalid");

    /// <summary>Decoded once too often.</summary>
    public static DoctorCause DecodedTwice { get; } = new("decoded-twice", "Decoded once too often",
        "A value that holds an escaped % was decoded twice before it was signed.",
        "Decode what comes from the wire once.",
        "signature_invalid");

    /// <summary>+ was taken for a plus sign.</summary>
    public static DoctorCause PlusNotDecoded { get; } = new("plus-not-decoded", "+ was taken for a plus sign",
        "In a query or a form + is a space, so it is signed as %20 (RFC 5849 §3.4.1.3.1).",
        "Send %20 for a space and %2B for a plus, or decode + as a space before signing.",
        "signature_invalid");

    /// <summary>A space was written as +.</summary>
    public static DoctorCause SpaceAsPlus { get; } = new("space-as-plus", "A space was written as +",
        "The encoding of the base string writes a space as %20 (RFC 5849 §3.6); a form encoder writes +.",
        "Encode by RFC 3986, not as a form.",
        "signature_invalid");

    /// <summary>A plus was taken for a space.</summary>
    public static DoctorCause PlusAsSpace { get; } = new("plus-as-space", "A plus was taken for a space",
        "In the Authorization header, and in a value that says %2B, a plus is a plus.",
        "Do not decode + in the header, and nothing twice.",
        "signature_invalid");

    /// <summary>Escapes in lower case.</summary>
    public static DoctorCause LowercaseEscapes { get; } = new("lowercase-escapes", "Escapes in lower case",
        "Escapes are written in capitals, %C3 and not %c3 (RFC 5849 §3.6).",
        "Write hexadecimal digits in capitals.",
        "signature_invalid");

    /// <summary>~ was escaped.</summary>
    public static DoctorCause TildeEncoded { get; } = new("tilde-encoded", "~ was escaped",
        "~ is an unreserved character and stands for itself (RFC 5849 §3.6); encoders older than RFC 3986 write %7E.",
        "Turn %7E back into ~ after encoding.",
        "signature_invalid");

    /// <summary>! * ' ( ) were not escaped.</summary>
    public static DoctorCause ReservedNotEncoded { get; } = new("reserved-not-encoded", "! * ' ( ) were not escaped",
        "Everything but letters, digits and - . _ ~ is escaped (RFC 5849 §3.6). JavaScript's encodeURIComponent leaves ! * ' ( ) as they are.",
        "Escape ! * ' ( ) as %21 %2A %27 %28 %29 as well.",
        "signature_invalid");

    /// <summary>Encoded as ISO 8859-1.</summary>
    public static DoctorCause Latin1 { get; } = new("latin1-encoding", "Encoded as ISO 8859-1",
        "Text is UTF-8 before it is escaped (RFC 5849 §3.6). The client signed other bytes than it sent.",
        "Encode as UTF-8.",
        "signature_invalid");

    /// <summary>Line ends were changed.</summary>
    public static DoctorCause LineEndsChanged { get; } = new("line-ends-changed", "Line ends were changed",
        "A value with line breaks was signed with other line ends than it was sent.",
        "Sign the value as it is sent, with the same line ends.",
        "signature_invalid");

    /// <summary>Address or parameters were not encoded as a whole.</summary>
    public static DoctorCause PartsNotEncoded { get; } = new("parts-not-encoded", "Address or parameters were not encoded as a whole",
        "Address and joined parameters are each percent-encoded once more before & joins them to the method (RFC 5849 §3.4.1.1).",
        "Encode address and parameters each, then join the three parts with a bare &.",
        "signature_invalid");

    /// <summary>The parameters were not sorted.</summary>
    public static DoctorCause Unsorted { get; } = new("unsorted-parameters", "The parameters were not sorted",
        "All parameters together are sorted by encoded name, whatever their place in the request (RFC 5849 §3.4.1.3.2).",
        "Sort the parameters of query, form and header in one list.",
        "signature_invalid");

    /// <summary>Parameters of one name were not sorted by value.</summary>
    public static DoctorCause DuplicatesUnsorted { get; } = new("duplicate-values-unsorted", "Parameters of one name were not sorted by value",
        "Equal names are sorted by their encoded values (RFC 5849 §3.4.1.3.2).",
        "Sort by encoded name, then by encoded value.",
        "signature_invalid");

    /// <summary>Sorted before encoding.</summary>
    public static DoctorCause SortedBeforeEncoding { get; } = new("sorted-before-encoding", "Sorted before encoding",
        "Names and values are compared after they are encoded (RFC 5849 §3.4.1.3.2): %C3 comes before a.",
        "Encode first, then sort.",
        "signature_invalid");

    /// <summary>Sorted as joined text.</summary>
    public static DoctorCause SortedAsPairs { get; } = new("sorted-as-pairs", "Sorted as joined text",
        "Names are compared first and then values. Sorting the text name=value puts a-= and a0= before a=.",
        "Sort pairs by name, then by value.",
        "signature_invalid");

    /// <summary>Sorted without regard to case.</summary>
    public static DoctorCause SortedIgnoringCase { get; } = new("sorted-ignoring-case", "Sorted without regard to case",
        "Names and values are sorted by bytes: capitals come before small letters (RFC 5849 §3.4.1.3.2).",
        "Sort ordinally, with no culture and no folding of case.",
        "signature_invalid");
}
