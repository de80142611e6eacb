namespace ValetKey.GData.Protocol;

/// <summary>Where in the whole a page of a feed lies: the numbers of <c>openSearch</c>. What the server did not say is <c>null</c>.</summary>
/// <param name="TotalResults">How many entries there are in all.</param>
/// <param name="StartIndex">The place of the first entry here; the first of all is 1.</param>
/// <param name="ItemsPerPage">How many entries a page holds at most.</param>
public sealed record FeedPage(int? TotalResults, int? StartIndex, int? ItemsPerPage)
{
    /// <summary>Nothing was said.</summary>
    public static FeedPage Unsaid { get; } = new(null, null, null);
}
