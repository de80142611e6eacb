using ValetKey.GData.Protocol;

namespace ValetKey.GData.Documents;

/// <summary>Which documents are listed. What is <c>null</c> does not matter.</summary>
public sealed record DocumentQuery
{
    /// <summary>Documents with this in their title.</summary>
    public string? Title { get; init; }

    /// <summary>Whether <see cref="Title"/> is the whole title, not a part of it.</summary>
    public bool TitleExact { get; init; }

    /// <summary>Documents with these words in them: words, <c>"phrases"</c>, <c>-not</c>.</summary>
    public string? Text { get; init; }

    /// <summary>Whether folders are listed, too. The server leaves them out when nobody asks.</summary>
    public bool? ShowFolders { get; init; }

    /// <summary>How many are fetched at once (<c>max-results</c>); the listing goes on page after page. The server decides when <c>null</c>.</summary>
    public int? PageSize { get; init; }

    internal GDataQuery ToQuery() => new GDataQuery { Text = Text, MaxResults = PageSize }
        .With("title", Title)
        .With("title-exact", Title is not null && TitleExact ? "true" : null)
        .With("showfolders", ShowFolders switch { true => "true", false => "false", null => null });
}
