namespace ValetKey.OAuth;

/// <summary>One way in which a mistake happens.</summary>
/// <param name="Plan">How it signs then.</param>
/// <param name="Detail">What it is in this request, as a sentence.</param>
/// <param name="AloneOnly">Whether it is too special to be tried together with other mistakes.</param>
internal sealed record Variant(SigningPlan Plan, string Detail, bool AloneOnly = false);
