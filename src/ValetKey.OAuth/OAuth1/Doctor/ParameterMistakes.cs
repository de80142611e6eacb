using System.Globalization;

namespace ValetKey.OAuth;

/// <summary>Mistakes in what is taken for a parameter (RFC 5849 §3.4.1.3.1).</summary>
internal static class ParameterMistakes
{
    private const int MostSingles = 24;     // parameters that are tried one by one

    public static IReadOnlyList<Mistake> All { get; } =
    [
        new(DoctorCause.QueryParameterMissed, Stage.Choosing, plan => Missed(plan, p => p is { Place: PairPlace.Query, IsProtocol: false }, "The query")),
        new(DoctorCause.BodyParameterMissed, Stage.Choosing, plan => Missed(plan, p => p is { Place: PairPlace.Form, IsProtocol: false }, "The form body")),
        new(DoctorCause.EmptyDropped, Stage.Choosing, plan =>
        [
            Dropped(plan, p => p.Value.Length == 0 && !p.IsProtocol, "Left out were"),
            Dropped(plan, p => p.Value.Length == 0, "Left out were"),
            Dropped(plan, p => !p.HasEquals, "Without = and left out were"),
        ]),
        new(DoctorCause.DuplicatesCollapsed, Stage.Choosing, Collapsed),
        new(DoctorCause.ProtocolParameterMissed, Stage.Choosing, plan => plan.Pairs.Where(p => p.IsProtocol).Take(MostSingles)
            .Select(gone => new Variant(plan.Without(p => p == gone), $"{gone.Name} was not signed."))),
        new(DoctorCause.UnsentParameterSigned, Stage.Adding, plan => new SignedPair[]
            {
                new(ProtocolParameter.Token, "", PairPlace.Nowhere),
                new(ProtocolParameter.Version, "1.0", PairPlace.Nowhere),
                new(ProtocolParameter.Callback, "oob", PairPlace.Nowhere),
                new(ProtocolParameter.Callback, "", PairPlace.Nowhere),
                new(ProtocolParameter.Verifier, "", PairPlace.Nowhere),
            }
            .Where(added => plan.Pairs.All(p => p.Name != added.Name))
            .Select(added => new Variant(plan.Plus(added), $"{added.Name} was signed{(added.Value.Length == 0 ? " as empty" : "")}, and is not in the request."))),
        new(DoctorCause.RealmSigned, Stage.Adding, plan => plan.Request.Realm is { } realm
            ? [new(plan.Plus(new SignedPair("realm", realm, PairPlace.Header)), "The realm of the header was signed as a parameter.")] : []),
        new(DoctorCause.SignatureSigned, Stage.Adding, plan =>
            [new(plan.Plus(new SignedPair(ProtocolParameter.Signature, "", PairPlace.Header)), "An empty oauth_signature was signed.")]),
        new(DoctorCause.JsonBodySigned, Stage.Adding, plan => BodyFields.Json(plan.Request).Select(fields => new Variant(plan.Plus(fields), $"Signed were {Names(fields)} of the body."))),
        new(DoctorCause.MultipartBodySigned, Stage.Adding, plan => BodyFields.Multipart(plan.Request) is { Count: > 0 } fields
            ? [new(plan.Plus(fields), $"Signed were {Names(fields)} of the body.")] : []),
        new(DoctorCause.FormTypeMissing, Stage.Adding, plan => BodyFields.FormOfOtherType(plan.Request) is { Count: > 0 } fields
            ? [new(plan.Plus(fields), $"Signed were {Names(fields)}, and the content type is {plan.Request.Source.Header("Content-Type") ?? "missing"}.")] : []),
        new(DoctorCause.ParameterDoubled, Stage.Choosing, plan =>
        [
            new(plan.Plus(plan.Pairs.Where(p => p is { Place: PairPlace.Query, IsProtocol: false })), "The query was signed twice."),
            new(plan.Plus(plan.Pairs.Where(p => p is { Place: PairPlace.Form, IsProtocol: false })), "The form was signed twice."),
        ]),
        new(DoctorCause.EmptyPairSigned, Stage.Choosing, plan => EmptyPairs(plan.Request.Typed.Query) is > 0 and < 16 and var count
            ? [new(plan.Plus(Enumerable.Repeat(new SignedPair("", "", PairPlace.Query), count)), "A pair without name and value was signed."),
               new(plan.Plus(new SignedPair("", "", PairPlace.Query)), "A pair without name and value was signed.")]
            : []),
        new(DoctorCause.ValueCut, Stage.Reading, plan =>
        [
            Reread(plan, p => CutAt(p, "="), "A value ends at its first =."),
            Reread(plan, p => CutAt(p, "=?"), "A value ends at its first = or ?."),
            Reread(plan, p => CutAt(p, "?"), "A value ends at its first ?."),
        ]),
        new(DoctorCause.QuerySplitAgain, Stage.Reading, plan => plan.Request.Typed.Query is { } query && query.Contains('?', StringComparison.Ordinal)
            ? [new(plan with { Pairs = [.. ExaminedRequest.Split(query.Replace('?', '&'), PairPlace.Query), .. plan.Pairs.Where(p => p.Place != PairPlace.Query)] }, "What follows the second ? was taken for another parameter.")]
            : []),
        new(DoctorCause.FragmentSigned, Stage.Reading, WithFragment),
        new(DoctorCause.TimestampChanged, Stage.Reading, plan => long.TryParse(plan.Request.Find(ProtocolParameter.Timestamp), NumberStyles.None, CultureInfo.InvariantCulture, out var sent)
            && sent is > 5 and < 99_999_999_999_999
            ? new long[] { -1, 1, -2, 2, -3, 3, -4, 4, -5, 5 }.Select(off => new Variant(
                plan.WithPairs(p => p.Name == ProtocolParameter.Timestamp ? p with { Value = (sent + off).ToString(CultureInfo.InvariantCulture) } : p),
                FormattableString.Invariant($"The signed timestamp is {off:+0;-0} s from the one that was sent."), AloneOnly: true))
            : []),
    ];

    public static string Names(IEnumerable<SignedPair> pairs)
    {
        var names = pairs.Select(p => BaseStringDifference.Shown(p.Name)).Distinct(StringComparer.Ordinal).ToList();
        return string.Join(", ", names.Take(5)) + (names.Count > 5 ? " …" : "");
    }

    private static IEnumerable<Variant> Missed(SigningPlan plan, Func<SignedPair, bool> which, string place)
    {
        var there = plan.Pairs.Where(which).ToList();
        if (there.Count == 0)
        {
            yield break;
        }

        yield return new(plan.Without(which), $"{place} was left out: {Names(there)}.");
        foreach (var gone in there.Take(there.Count == 1 ? 0 : MostSingles))
        {
            yield return new(plan.Without(p => p == gone), $"{place} was signed without {gone.Name}.", AloneOnly: true);
        }
    }

    private static Variant Dropped(SigningPlan plan, Func<SignedPair, bool> which, string detail) => new(plan.Without(which), $"{detail} {Names(plan.Pairs.Where(which))}.");

    private static IEnumerable<Variant> Collapsed(SigningPlan plan)
    {
        const string Detail = "Several parameters of one name became one.";
        static bool IsQuery(SignedPair p) => p.Place == PairPlace.Query;
        yield return new(plan with { Pairs = [.. plan.Pairs.GroupBy(p => p.Name, StringComparer.Ordinal).Select(g => g.Last())] }, Detail);
        yield return new(plan with { Pairs = [.. plan.Pairs.GroupBy(p => p.Name, StringComparer.Ordinal).Select(g => g.First())] }, Detail);
        yield return new(plan with { Pairs = [.. plan.Pairs.DistinctBy(p => (p.Name, p.Value))] }, "Equal pairs became one.");
        yield return new(plan with { Pairs = [.. plan.Pairs.Where(IsQuery).GroupBy(p => p.Name, StringComparer.Ordinal).Select(g => g.Last()), .. plan.Pairs.Where(p => !IsQuery(p))] }, Detail);
        yield return new(plan with { Pairs = [.. plan.Pairs.Where(IsQuery).GroupBy(p => p.Name, StringComparer.Ordinal).Select(g => g.First()), .. plan.Pairs.Where(p => !IsQuery(p))] }, Detail);
        yield return new(plan.Without(p => p.Place == PairPlace.Form && plan.Pairs.Any(q => IsQuery(q) && q.Name == p.Name)), "The query's parameter replaced the form's.");
        yield return new(plan.Without(p => IsQuery(p) && plan.Pairs.Any(q => q.Place == PairPlace.Form && q.Name == p.Name)), "The form's parameter replaced the query's.");
    }

    private static Variant Reread(SigningPlan plan, Func<SignedPair, string?> value, string detail) => new(plan.WithPairs(p => value(p) is { } read ? p with { Value = read } : p), detail);

    private static string? CutAt(SignedPair pair, string ends)
    {
        var end = pair.RawValue.AsSpan().IndexOfAny(ends);
        return end < 0 || pair.IsProtocol ? null : OtherEncoding.TryDecode(pair.RawValue[..end], plusIsSpace: true);
    }

    private static IEnumerable<Variant> WithFragment(SigningPlan plan)
    {
        if (plan.Request.Typed.Fragment is not { } fragment)
        {
            yield break;
        }

        var last = plan.Pairs.LastOrDefault(p => p.Place == PairPlace.Query);
        yield return last.Raw is null
            ? new(plan with { Suffix = "#" + fragment }, "The fragment stands in the address.")
            : new(plan.WithPairs(p => p == last ? p with { Value = $"{p.Value}#{fragment}" } : p), $"The fragment was signed as part of {last.Name}.");
    }

    private static int EmptyPairs(string? query) => query?.Split('&').Count(pair => pair.Length == 0) ?? 0;
}
