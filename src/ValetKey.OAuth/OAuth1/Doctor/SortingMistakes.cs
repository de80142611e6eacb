namespace ValetKey.OAuth;

/// <summary>Mistakes in the order of the parameters (RFC 5849 §3.4.1.3.2).</summary>
internal static class SortingMistakes
{
    private static readonly PairPlace[][] Orders =
    [
        [PairPlace.Query, PairPlace.Form, PairPlace.Header], [PairPlace.Header, PairPlace.Query, PairPlace.Form], [PairPlace.Query, PairPlace.Header, PairPlace.Form],
        [PairPlace.Form, PairPlace.Query, PairPlace.Header], [PairPlace.Header, PairPlace.Form, PairPlace.Query], [PairPlace.Form, PairPlace.Header, PairPlace.Query],
    ];

    public static IReadOnlyList<Mistake> All { get; } =
    [
        new(DoctorCause.DuplicatesUnsorted, Stage.Sorting, plan =>
            [new(plan with { Sort = static pairs => pairs.OrderBy(p => p.Name, StringComparer.Ordinal) }, "Values of one name stand in the order of the request.")]),
        new(DoctorCause.Unsorted, Stage.Sorting, plan =>
        [
            .. Orders.Select(order => new Variant(plan with { Sort = pairs => pairs.OrderBy(p => Rank(order, p.Pair)) }, $"They stand in the order of the request: {Words(order)}.")),
            .. Orders.Select(order => new Variant(
                plan with { Sort = pairs => SigningPlan.ByEncodedNameThenValue(pairs).OrderBy(p => Rank(order, p.Pair)) }, $"They were sorted, each for itself: {Words(order)}.")),
            new(plan with { Sort = static pairs => pairs.OrderBy(p => p.Pair.IsProtocol) }, "The protocol parameters stand last.", AloneOnly: true),
            new(plan with { Sort = static pairs => pairs.OrderBy(p => !p.Pair.IsProtocol) }, "The protocol parameters stand first.", AloneOnly: true),
        ]),
        new(DoctorCause.SortedBeforeEncoding, Stage.Sorting, plan =>
        [
            new(plan with { Sort = static pairs => pairs.OrderBy(p => p.Pair.Name, StringComparer.Ordinal).ThenBy(p => p.Pair.Value, StringComparer.Ordinal) }, "Names and values were sorted as plain text."),
            new(plan with { Sort = static pairs => pairs.OrderBy(p => p.Pair.Name, StringComparer.Ordinal).ThenBy(p => p.Value, StringComparer.Ordinal) }, "Names were sorted as plain text."),
            new(plan with { Sort = static pairs => pairs.OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Pair.Value, StringComparer.Ordinal) }, "Values were sorted as plain text."),
            new(plan with { Sort = static pairs => pairs.OrderBy(p => p.Pair.Name, StringComparer.Ordinal) }, "Names were sorted as plain text, and values not at all."),
        ]),
        new(DoctorCause.SortedAsPairs, Stage.Sorting, plan =>
        [
            new(plan with { Sort = static pairs => pairs.OrderBy(p => $"{p.Name}={p.Value}", StringComparer.Ordinal) }, "The encoded text name=value was sorted."),
            new(plan with { Sort = static pairs => pairs.OrderBy(p => $"{p.Pair.Name}={p.Pair.Value}", StringComparer.Ordinal) }, "The plain text name=value was sorted."),
        ]),
        new(DoctorCause.SortedIgnoringCase, Stage.Sorting, plan =>
        [
            new(plan with { Sort = static pairs => pairs.OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase).ThenBy(p => p.Value, StringComparer.OrdinalIgnoreCase) }, "Capitals were sorted like small letters."),
            new(plan with { Sort = static pairs => pairs.OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase).ThenBy(p => p.Value, StringComparer.Ordinal) }, "Capitals in names were sorted like small letters."),
        ]),
    ];

    private static int Rank(PairPlace[] order, SignedPair pair) => Array.IndexOf(order, pair.Place) is var rank and >= 0 ? rank : order.Length;

    private static string Words(PairPlace[] order) => string.Join(", ", order.Select(place => place switch { PairPlace.Query => "query", PairPlace.Form => "form", _ => "header" }));
}
