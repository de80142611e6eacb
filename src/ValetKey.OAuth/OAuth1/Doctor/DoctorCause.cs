namespace ValetKey.OAuth;

/// <summary>A cause for which an OAuth 1.0 request is refused: a closed list, documented in <c>docs/doctor.md</c>. Ids do not change once they are released.</summary>
public sealed partial class DoctorCause
{
    private DoctorCause(string id, string title, string explanation, string mend, string? problem) =>
        (Id, Title, Explanation, Mend, Problem) = (id, title, explanation, mend, problem);

    /// <summary>All that the doctor can say, from the address to the signature.</summary>
    public static IReadOnlyList<DoctorCause> All => Vocabulary.All;

    /// <summary>Lower case with hyphens: <c>double-encoding</c>.</summary>
    public string Id { get; }

    /// <summary>A few words for a headline, without a full stop.</summary>
    public string Title { get; }

    /// <summary>What the rule is and how it was missed.</summary>
    public string Explanation { get; }

    /// <summary>What to change, as an imperative.</summary>
    public string Mend { get; }

    /// <summary>The <c>oauth_problem</c> that a server answers; <c>null</c> for what is no problem.</summary>
    public string? Problem { get; }

    /// <inheritdoc/>
    public override string ToString() => Id;

    // Apart, since the order in which the static members of a partial type are made is that of its files.
    private static class Vocabulary
    {
        public static readonly IReadOnlyList<DoctorCause> All =
        [
            WrongMethod, MethodNotUppercased, SchemeBehindProxy, WrongScheme, SchemeNotLowercased, HostNotLowercased, HostHeaderDiffers, DefaultPortIncluded, WrongPort, Ipv6BracketsDropped, UserInfoSigned, EmptyPath, TrailingSlash, PathDecoded, PathEncodedTwice, PathRewritten, PathNormalized, PathParametersDropped, PathPrefix, QueryInBaseUri,
            QueryParameterMissed, BodyParameterMissed, ProtocolParameterMissed, UnsentParameterSigned, RealmSigned, SignatureSigned, JsonBodySigned, MultipartBodySigned, FormTypeMissing, EmptyDropped, EmptyPairSigned, DuplicatesCollapsed, ParameterDoubled, FragmentSigned, ValueCut, QuerySplitAgain, TimestampChanged,
            DoubleEncoding, ValuesNotEncoded, DecodedTwice, PlusNotDecoded, SpaceAsPlus, PlusAsSpace, LowercaseEscapes, TildeEncoded, ReservedNotEncoded, Latin1, LineEndsChanged, PartsNotEncoded, Unsorted, DuplicatesUnsorted, SortedBeforeEncoding, SortedAsPairs, SortedIgnoringCase,
            SecretsSwapped, KeyAmpersandMissing, TokenSecretOmitted, ConsumerSecretOmitted, KeyNotEncoded, KeyEncodedTwice, KeyJoinedThenEncoded, KeyEncodedOtherwise, IdentifierAsSecret, SecretPadded, SecretMismatch, RsaKeyMismatch,
            SignatureNotEncoded, SignatureEncodedTwice, SignatureHex, SignatureBase64Url, SignaturePadding, SignatureWhitespace, SignatureTruncated, MethodMismatch,
            NotSigned, HeaderMalformed, RequestMalformed, ParameterAbsent, ParameterRejected, VersionRejected, MethodUnknown, BodyHashWrong, TimestampMilliseconds, ClockSkew, NonceReused, ServerReadsOtherwise, CannotTell, SignatureFine,
        ];
    }
}
