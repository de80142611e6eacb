using ValetKey.GData.Atom;

namespace ValetKey.GData.Documents;

/// <summary>The labels that a document carries as categories.</summary>
public static class DocumentLabel
{
    /// <summary>Marked by the user.</summary>
    public const string Starred = "starred";

    /// <summary>Opened by the user.</summary>
    public const string Viewed = "viewed";

    /// <summary>Left out of the user's list.</summary>
    public const string Hidden = "hidden";

    /// <summary>In the trash.</summary>
    public const string Trashed = "trashed";

    /// <summary>Owned by the user.</summary>
    public const string Mine = "mine";

    /// <summary>Shared with nobody.</summary>
    public const string Private = "private";

    /// <summary>Shared with others.</summary>
    public const string Shared = "shared";

    /// <summary>Shared with everybody in the domain.</summary>
    public const string SharedWithDomain = "shared-with-domain";

    /// <summary>Not to be downloaded by readers.</summary>
    public const string RestrictedDownload = "restricted-download";

    /// <summary>The category that stands for a label.</summary>
    /// <param name="label">One of the constants here, or another.</param>
    public static Category Category(string label) => new($"{Atom.Category.LabelScheme}#{label}", Atom.Category.LabelScheme, label);
}
