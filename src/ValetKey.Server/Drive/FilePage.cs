namespace ValetKey.Server.Drive;

/// <summary>Some files of a user's list, in its order.</summary>
/// <param name="Total">How many files match.</param>
internal sealed record FilePage(IReadOnlyList<VisibleFile> Files, int Total);
