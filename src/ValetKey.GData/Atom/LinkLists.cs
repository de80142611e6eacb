namespace ValetKey.GData.Atom;

/// <summary>Looking things up in the lists of a feed or entry.</summary>
public static class LinkLists
{
    /// <summary>The first link of a relation; <c>null</c> when there is none.</summary>
    /// <param name="links">The links of a feed or entry.</param>
    /// <param name="rel">One of <see cref="LinkRelation"/> or any other; case matters.</param>
    public static Link? Find(this AtomList<Link> links, string rel)
    {
        ArgumentNullException.ThrowIfNull(links);
        return links.FirstOrDefault(l => (l.Rel ?? LinkRelation.Alternate) == rel);
    }
}
