namespace ValetKey.OAuth;

/// <summary>A known way of signing wrongly.</summary>
/// <param name="Cause">Its name.</param>
/// <param name="Stage">Where it happens; of two mistakes the earlier stage is made first.</param>
/// <param name="Variants">The ways in which it happens, the commonest first; one that changes nothing may be among them.</param>
internal sealed record Mistake(DoctorCause Cause, Stage Stage, Func<SigningPlan, IEnumerable<Variant>> Variants)
{
    /// <summary>All that are tried, the plainer of two that give the same bytes first.</summary>
    public static IReadOnlyList<Mistake> All { get; } =
    [
        .. KeyMistakes.All,
        .. AddressMistakes.All,
        .. ParameterMistakes.All,
        .. EncodingMistakes.All,
        .. SortingMistakes.All,
        .. ProxyMistakes.All,
    ];
}
