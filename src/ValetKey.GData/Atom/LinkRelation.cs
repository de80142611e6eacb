namespace ValetKey.GData.Atom;

/// <summary>The values of <c>rel</c> that the Google Data protocol gives a meaning.</summary>
public static class LinkRelation
{
    /// <summary>The document itself.</summary>
    public const string Self = "self";

    /// <summary>The same for people or in another form.</summary>
    public const string Alternate = "alternate";

    /// <summary>Where an entry is changed and deleted.</summary>
    public const string Edit = "edit";

    /// <summary>Where an entry's media are changed.</summary>
    public const string EditMedia = "edit-media";

    /// <summary>The next page of a feed.</summary>
    public const string Next = "next";

    /// <summary>The page of a feed before this one.</summary>
    public const string Previous = "previous";

    /// <summary>The whole feed.</summary>
    public const string Feed = Namespaces.GData + "#feed";

    /// <summary>Where new entries are posted.</summary>
    public const string Post = Namespaces.GData + "#post";

    /// <summary>Where batches are posted.</summary>
    public const string Batch = Namespaces.GData + "#batch";

    /// <summary>Who may do what.</summary>
    public const string AccessControlList = Namespaces.Acl + "#accessControlList";

    /// <summary>A folder that a document is in.</summary>
    public const string Parent = Namespaces.Documents + "#parent";
}
