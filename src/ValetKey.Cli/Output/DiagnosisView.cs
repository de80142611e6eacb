using ValetKey.OAuth;

namespace ValetKey.Cli.Output;

/// <summary>What <c>doctor --json</c> prints. No secret, no key, and no signature that would be accepted is in it.</summary>
/// <param name="Cause">An id of <c>docs/doctor.md</c>.</param>
/// <param name="Certainty"><c>known</c>, <c>suspected</c> or <c>unknown</c>.</param>
/// <param name="FirstDifference">The first character, from 0, where the two base strings part; <c>null</c> where they do not or one is not known.</param>
internal sealed record DiagnosisView(
    string Cause,
    string Certainty,
    string Title,
    string Detail,
    string Mend,
    string? Problem,
    int? FirstDifference,
    DifferenceView? Difference,
    string? ServerBaseString,
    string? ClientBaseString,
    IReadOnlyList<FindingView> Findings,
    IReadOnlyList<IReadOnlyList<string>> Alternatives,
    IReadOnlyList<string> Notes)
{
    public static DiagnosisView Of(Diagnosis diagnosis) => new(
        diagnosis.Cause.Id,
        NameOf(diagnosis.Certainty),
        diagnosis.Cause.Title,
        diagnosis.Findings[0].Detail,
        diagnosis.Mend,
        diagnosis.Problem,
        diagnosis.Difference?.Position,
        diagnosis.Difference is { } d ? new(d.Position, d.Server, d.Client, d.Origin) : null,
        diagnosis.ServerBaseString,
        diagnosis.ClientBaseString,
        [.. diagnosis.Findings.Select(f => new FindingView(f.Cause.Id, NameOf(f.Certainty), f.Detail))],
        [.. diagnosis.Alternatives.Select(a => (IReadOnlyList<string>)[.. a.Select(c => c.Id)])],
        diagnosis.Notes);

    public static string NameOf(Certainty certainty) => certainty switch
    {
        OAuth.Certainty.Known => "known",
        OAuth.Certainty.Suspected => "suspected",
        _ => "unknown",
    };
}
