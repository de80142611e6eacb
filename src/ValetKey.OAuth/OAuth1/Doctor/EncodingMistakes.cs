namespace ValetKey.OAuth;

/// <summary>Mistakes in decoding and encoding (RFC 5849 §3.4.1.3.1, §3.6).</summary>
internal static class EncodingMistakes
{
    private const int MostSingles = 24;

    public static IReadOnlyList<Mistake> All { get; } =
    [
        new(DoctorCause.PlusNotDecoded, Stage.Reading, plan =>
        [
            PlusKept(plan, p => true),
            PlusKept(plan, p => p.Place == PairPlace.Query),
            PlusKept(plan, p => p.Place == PairPlace.Form),
        ]),
        new(DoctorCause.PlusAsSpace, Stage.Reading, plan =>
        [
            Changed(plan, p => p.Value.Contains('+', StringComparison.Ordinal), p => p with { Value = p.Value.Replace('+', ' ') }, "A + was taken for a space in"),
            Changed(plan, p => p.IsProtocol && p.Value.Contains('+', StringComparison.Ordinal), p => p with { Value = p.Value.Replace('+', ' ') }, "A + was taken for a space in"),
        ]),
        new(DoctorCause.DecodedTwice, Stage.Reading, DecodedTwice),
        new(DoctorCause.LineEndsChanged, Stage.Reading, plan =>
        [
            Changed(plan, p => p.Value.Contains("\r\n", StringComparison.Ordinal), p => p with { Value = p.Value.Replace("\r\n", "\n", StringComparison.Ordinal) }, "CR LF was signed as LF in"),
            Changed(plan, p => p.Value.Contains('\n', StringComparison.Ordinal),
                p => p with { Value = p.Value.ReplaceLineEndings("\n").Replace("\n", "\r\n", StringComparison.Ordinal) }, "LF was signed as CR LF in"),
        ]),
        new(DoctorCause.DoubleEncoding, Stage.Choosing, DoubleEncoding),
        new(DoctorCause.ValuesNotEncoded, Stage.Choosing, plan =>
        [
            Changed(plan, IsEscaped, p => p with { NameEncodings = 0, ValueEncodings = 0 }, "Not encoded by themselves were"),
            Changed(plan, p => !p.IsProtocol && IsEscaped(p), p => p with { NameEncodings = 0, ValueEncodings = 0 }, "Not encoded by themselves were"),
            Changed(plan, p => p.IsProtocol && IsEscaped(p), p => p with { NameEncodings = 0, ValueEncodings = 0 }, "Not encoded by themselves were"),
            Changed(plan, IsEscaped, p => p with { NameEncodings = 0 }, "Not encoded by themselves were the names of"),
            Changed(plan, IsEscaped, p => p with { ValueEncodings = 0 }, "Not encoded by themselves were the values of"),
            .. plan.Pairs.Where(IsEscaped).Take(MostSingles).Select(one =>
                Changed(plan, p => p == one, p => p with { NameEncodings = 0, ValueEncodings = 0 }, "Not encoded by itself was") with { AloneOnly = true }),
        ]),
        new(DoctorCause.SpaceAsPlus, Stage.Encoding, plan => Encoder(plan, OtherEncoding.SpaceAsPlus, "The encoder writes + for a space.")),
        new(DoctorCause.TildeEncoded, Stage.Encoding, plan => Encoder(plan, OtherEncoding.Tilde, "The encoder writes %7E for ~.")),
        new(DoctorCause.ReservedNotEncoded, Stage.Encoding, plan => Encoder(plan, OtherEncoding.ReservedBare, "The encoder leaves ! * ' ( ) as they are.")),
        new(DoctorCause.LowercaseEscapes, Stage.Encoding, plan => Encoder(plan, OtherEncoding.LowerCase, "The encoder writes its escapes in small letters.")),
        new(DoctorCause.Latin1, Stage.Encoding, plan => plan.Pairs.Any(p => p.Name.Concat(p.Value).Any(c => c > '\x7F'))
            ? [new(plan with { Encode = OtherEncoding.Latin1 }, "Characters beyond ASCII were escaped as ISO 8859-1.")] : []),
        new(DoctorCause.PartsNotEncoded, Stage.Encoding, plan =>
        [
            new(plan with { EncodeAddress = static s => s, EncodeParameters = static s => s }, "Neither address nor parameters were encoded as a whole."),
            new(plan with { EncodeAddress = static s => s }, "The address was not encoded."),
            new(plan with { EncodeParameters = static s => s }, "The joined parameters were not encoded."),
            new(plan with { EncodeAddress = s => PercentEncoding.Encode(plan.EncodeAddress(s)) }, "The address was encoded twice.", AloneOnly: true),
            new(plan with { EncodeParameters = s => PercentEncoding.Encode(plan.EncodeParameters(s)) }, "The joined parameters were encoded twice.", AloneOnly: true),
            new(plan with { Separator = "%26" }, "The & between the parts was encoded too."),
        ]),
    ];

    private static IEnumerable<Variant> DoubleEncoding(SigningPlan plan)
    {
        static SignedPair Twice(SignedPair p) => p with { NameEncodings = p.NameEncodings + 1, ValueEncodings = p.ValueEncodings + 1 };
        const string Detail = "Encoded twice were";
        yield return Changed(plan, p => !p.IsProtocol && IsEscaped(p), Twice, Detail);
        yield return Changed(plan, IsEscaped, Twice, Detail);
        yield return Changed(plan, p => p.IsProtocol && IsEscaped(p), Twice, Detail);
        yield return Changed(plan, p => p.Place == PairPlace.Query && !p.IsProtocol && IsEscaped(p), Twice, Detail);
        yield return Changed(plan, p => p.Place == PairPlace.Form && !p.IsProtocol && IsEscaped(p), Twice, Detail);
        yield return Changed(plan, p => !p.IsProtocol && IsEscaped(p), p => p with { ValueEncodings = p.ValueEncodings + 1 }, "Encoded twice were the values of");
        yield return Changed(plan, p => !p.IsProtocol && IsEscaped(p), p => p with { NameEncodings = p.NameEncodings + 1 }, "Encoded twice were the names of");
        yield return Changed(plan, p => p.Place == PairPlace.Query && !p.IsProtocol && IsEscaped(p), p => p with { NameEncodings = p.NameEncodings + 1 }, "Encoded twice were the names of");
        foreach (var one in plan.Pairs.Where(IsEscaped).Take(MostSingles))
        {
            yield return Changed(plan, p => p == one, Twice, "Encoded twice was") with { AloneOnly = true };
        }
    }

    private static IEnumerable<Variant> DecodedTwice(SigningPlan plan)
    {
        static string? Again(SignedPair p) => OtherEncoding.TryDecode(p.Value, plusIsSpace: false) is { } value && value != p.Value ? value : null;
        var there = plan.Pairs.Where(p => Again(p) is not null).ToList();
        if (there.Count == 0)
        {
            yield break;
        }

        yield return Changed(plan, there.Contains, p => p with { Value = Again(p)! }, "Decoded once too often were");
        yield return Changed(plan, p => p.IsProtocol && there.Contains(p), p => p with { Value = Again(p)! }, "Decoded once too often were");
        foreach (var one in there.Take(there.Count == 1 ? 0 : MostSingles))
        {
            yield return Changed(plan, p => p == one, p => p with { Value = Again(p)! }, "Decoded once too often was") with { AloneOnly = true };
        }
    }

    private static Variant PlusKept(SigningPlan plan, Func<SignedPair, bool> which) => Changed(
        plan,
        p => which(p) && p.Raw?.Contains('+', StringComparison.Ordinal) == true,
        p => p with
        {
            Name = OtherEncoding.TryDecode(p.RawName, plusIsSpace: false) ?? p.Name,
            Value = OtherEncoding.TryDecode(p.RawValue, plusIsSpace: false) ?? p.Value,
        },
        "A + was kept as a plus sign in");

    // The encoder is one function for everything, or only what encodes names and values, or only what encodes the parts.
    private static IEnumerable<Variant> Encoder(SigningPlan plan, Func<Func<string, string>, Func<string, string>> over, string detail) =>
    [
        new(plan with { Encode = over(plan.Encode), EncodeAddress = over(plan.EncodeAddress), EncodeParameters = over(plan.EncodeParameters) }, detail),
        new(plan with { Encode = over(plan.Encode) }, detail),
        new(plan with { EncodeAddress = over(plan.EncodeAddress), EncodeParameters = over(plan.EncodeParameters) }, detail, AloneOnly: true),
        new(plan with { EncodeAddress = over(plan.EncodeAddress) }, detail, AloneOnly: true),
    ];

    private static Variant Changed(SigningPlan plan, Func<SignedPair, bool> which, Func<SignedPair, SignedPair> change, string detail) =>
        new(plan.WithPairs(p => which(p) ? change(p) : p), $"{detail} {ParameterMistakes.Names(plan.Pairs.Where(which))}.");

    private static bool IsEscaped(SignedPair pair) => PercentEncoding.Encode(pair.Name) != pair.Name || PercentEncoding.Encode(pair.Value) != pair.Value;
}
