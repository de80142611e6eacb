namespace ValetKey.Server.Drive;

/// <summary>A condition on files: of one of these kinds, or with one of these labels. A list holds the files that pass all of its filters.</summary>
/// <param name="Kinds">Names of <see cref="FileKind"/>.</param>
/// <param name="Labels">Words of the viewer for a file; one that this version does not know matches none.</param>
/// <param name="Negated">Whether it keeps out what it describes.</param>
internal sealed record FileFilter(IReadOnlyList<string> Kinds, IReadOnlyList<string> Labels, bool Negated = false)
{
    public const string Mine = "mine";
    public const string Starred = "starred";
    public const string Trashed = "trashed";
    public const string Private = "private";
    public const string Shared = "shared";

    /// <summary>Sorts words into kinds and labels.</summary>
    public static FileFilter AnyOf(IEnumerable<string> words, bool negated = false)
    {
        var byKind = words.ToLookup(word => FileKind.TryParse(word, out _));
        return new FileFilter([.. byKind[true]], [.. byKind[false]], negated);
    }

    public bool Has(string label) => Labels.Contains(label, StringComparer.Ordinal);
}
