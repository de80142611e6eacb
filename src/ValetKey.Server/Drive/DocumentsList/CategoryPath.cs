using ValetKey.GData.Protocol;

namespace ValetKey.Server.Drive.DocumentsList;

/// <summary>The categories in an address, behind <c>/-/</c>: each segment must hold, <c>|</c> means or, <c>-</c> means not, a scheme may stand in braces before a term.</summary>
internal static class CategoryPath
{
    private const int MostWords = 20;

    /// <param name="path">What stands behind <c>/-/</c>, decoded but for slashes inside a segment.</param>
    /// <returns>Null, or what to answer.</returns>
    public static GDataError? Parse(string path, out IReadOnlyList<FileFilter> filters)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments.Sum(segment => segment.Split('|').Length) > MostWords)
        {
            filters = [];
            return new GDataError(400, "InvalidCategory", $"The address names more than {MostWords} categories.");
        }

        filters = [.. segments.Select(Filter)];
        return null;
    }

    private static FileFilter Filter(string segment)
    {
        var negated = segment.StartsWith('-');
        return FileFilter.AnyOf((negated ? segment[1..] : segment).Split('|').Select(Word), negated);
    }

    /// <summary>The word of a category: <c>starred</c>, or the end of <c>{scheme}http://schemas.google.com/g/2005/labels#starred</c>.</summary>
    private static string Word(string category)
    {
        var decoded = category.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        var term = decoded[(decoded.IndexOf('}', StringComparison.Ordinal) + 1)..];
        return term[(term.LastIndexOf('#') + 1)..];
    }
}
