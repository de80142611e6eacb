namespace ValetKey.Server.Drive;

/// <summary>Which files of a user's list are wanted, newest first.</summary>
internal sealed record FileQuery
{
    /// <summary>All of them must hold.</summary>
    public IReadOnlyList<FileFilter> Filters { get; init; } = [];

    /// <summary>Words of the title, in either case; all of it when <see cref="TitleExact"/>.</summary>
    public string? Title { get; init; }

    public bool TitleExact { get; init; }

    /// <summary>Folders are left out unless a filter asks for them.</summary>
    public bool ShowFolders { get; init; }

    /// <summary>Files in the trash are left out unless a filter asks for them.</summary>
    public bool ShowTrashed { get; init; }

    public int Skip { get; init; }

    public required int Take { get; init; }
}
