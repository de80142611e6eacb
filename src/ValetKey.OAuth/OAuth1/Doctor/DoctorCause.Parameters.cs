namespace ValetKey.OAuth;

/// <content>The vocabulary: what may be wrong with the choice of parameters.</content>
public sealed partial class DoctorCause
{
    /// <summary>The query was not signed.</summary>
    public static DoctorCause QueryParameterMissed { get; } = new("query-parameter-missed", "The query was not signed",
        "All parameters of the query belong to the base string (RFC 5849 §3.4.1.3.1).",
        "Hand the query's parameters to the signer.",
        "signature_invalid");

    /// <summary>The form body was not signed.</summary>
    public static DoctorCause BodyParameterMissed { get; } = new("body-parameter-missed", "The form body was not signed",
        "The parameters of a form-encoded body belong to the base string (RFC 5849 §3.4.1.3.1), whatever the method.",
        "Hand the form's parameters to the signer, with the content type application/x-www-form-urlencoded.",
        "signature_invalid");

    /// <summary>A protocol parameter was not signed.</summary>
    public static DoctorCause ProtocolParameterMissed { get; } = new("protocol-parameter-missed", "A protocol parameter was not signed",
        "All protocol parameters that are sent belong to the base string, but for oauth_signature.",
        "Sign every oauth_ parameter that is sent, and add none after signing.",
        "signature_invalid");

    /// <summary>A parameter was signed that was not sent.</summary>
    public static DoctorCause UnsentParameterSigned { get; } = new("unsent-parameter-signed", "A parameter was signed that was not sent",
        "The client signed a parameter that is not in the request.",
        "Send every parameter that is signed; leave out what is not sent.",
        "signature_invalid");

    /// <summary>The realm was signed.</summary>
    public static DoctorCause RealmSigned { get; } = new("realm-signed", "The realm was signed",
        "The realm of the Authorization header is no parameter and not signed (RFC 5849 §3.4.1.3.1).",
        "Leave the realm out of the parameters.",
        "signature_invalid");

    /// <summary>oauth_signature was signed.</summary>
    public static DoctorCause SignatureSigned { get; } = new("signature-parameter-signed", "oauth_signature was signed",
        "oauth_signature itself is not part of what is signed.",
        "Add oauth_signature after signing.",
        "signature_invalid");

    /// <summary>A JSON body was signed.</summary>
    public static DoctorCause JsonBodySigned { get; } = new("json-body-signed", "A JSON body was signed",
        "Only a form-encoded body has parameters. The members of a JSON body are not signed (RFC 5849 §3.4.1.3.1).",
        "Leave the body out; send oauth_body_hash where it is to be protected.",
        "signature_invalid");

    /// <summary>A multipart body was signed.</summary>
    public static DoctorCause MultipartBodySigned { get; } = new("multipart-body-signed", "A multipart body was signed",
        "Only a form-encoded body has parameters. The fields of a multipart body are not signed (RFC 5849 §3.4.1.3.1).",
        "Leave the multipart fields out of the parameters.",
        "signature_invalid");

    /// <summary>A form was signed whose content type says otherwise.</summary>
    public static DoctorCause FormTypeMissing { get; } = new("form-type-missing", "A form was signed whose content type says otherwise",
        "The client signed the body's parameters, and sent the body without the content type of a form, so that the server takes it for something else.",
        "Send Content-Type: application/x-www-form-urlencoded.",
        "signature_invalid");

    /// <summary>Parameters with an empty value were left out.</summary>
    public static DoctorCause EmptyDropped { get; } = new("empty-parameters-dropped", "Parameters with an empty value were left out",
        "A parameter with an empty value, or without =, is signed as name= (RFC 5849 §3.4.1.3.1).",
        "Sign empty parameters too, or do not send them.",
        "signature_invalid");

    /// <summary>An empty pair of the query was signed.</summary>
    public static DoctorCause EmptyPairSigned { get; } = new("empty-pair-signed", "An empty pair of the query was signed",
        "Nothing between two & or after the ? is no parameter.",
        "Drop empty pairs before signing.",
        "signature_invalid");

    /// <summary>Of several parameters of one name only one was signed.</summary>
    public static DoctorCause DuplicatesCollapsed { get; } = new("duplicates-collapsed", "Of several parameters of one name only one was signed",
        "Parameters may repeat, and each one is signed; a map with one value a name loses the others.",
        "Keep the parameters in a list of pairs.",
        "signature_invalid");

    /// <summary>Parameters were signed twice.</summary>
    public static DoctorCause ParameterDoubled { get; } = new("parameter-signed-twice", "Parameters were signed twice",
        "The client signed the same parameters once from the address and once from its own list.",
        "Give each parameter to the signer in one place only.",
        "signature_invalid");

    /// <summary>The fragment was signed.</summary>
    public static DoctorCause FragmentSigned { get; } = new("fragment-signed", "The fragment was signed",
        "What follows # is not sent, and not signed.",
        "Cut the address at the # before it is signed.",
        "signature_invalid");

    /// <summary>A value was cut.</summary>
    public static DoctorCause ValueCut { get; } = new("value-cut", "A value was cut",
        "The client cut a value at a second = or ?. A value reaches to the next &.",
        "Split a pair at its first = only, and escape = and ? in values.",
        "signature_invalid");

    /// <summary>The query was split at a second ?.</summary>
    public static DoctorCause QuerySplitAgain { get; } = new("query-split-again", "The query was split at a second ?",
        "Only the first ? begins the query; further ones belong to a value.",
        "Split the query at & only, and escape ? in values.",
        "signature_invalid");

    /// <summary>Another timestamp was signed than sent.</summary>
    public static DoctorCause TimestampChanged { get; } = new("timestamp-changed", "Another timestamp was signed than sent",
        "The client took the time twice, once for the signature and once for the request.",
        "Take timestamp and nonce once, and use them for both.",
        "signature_invalid");
}
