namespace ValetKey.Server.Directory;

/// <summary>Some users of a domain, in the order of their names.</summary>
/// <param name="Total">How many users the domain has.</param>
/// <param name="Next">The name that the next page starts from; null on the last one.</param>
internal sealed record UserPage(IReadOnlyList<UserRow> Users, int Total, string? Next);
