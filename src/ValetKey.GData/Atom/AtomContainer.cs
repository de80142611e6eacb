using ValetKey.GData.Protocol;

namespace ValetKey.GData.Atom;

/// <summary>What feeds and entries have in common (RFC 4287 §4.1). What the document did not say is <c>null</c> or an empty list.</summary>
public abstract record AtomContainer
{
    private protected AtomContainer() { }

    private protected AtomContainer(ContainerReader atom)
    {
        (Id, ETag, Updated, Title) = (atom.Id, atom.ETag, atom.Updated, atom.Title);
        (Categories, Links, Authors) = (atom.Categories.ToList(), atom.Links.ToList(), atom.Authors.ToList());
        (ExtensionElements, ExtensionAttributes, Annotations) = (atom.ExtensionElements.ToList(), atom.ExtensionAttributes, atom.Annotations.ToList());
    }

    /// <summary>A permanent name, an IRI; at Google the address without its edit version.</summary>
    public string? Id { get; init; }

    /// <summary>The state that this is a copy of, from <c>gd:etag</c>; strong on entries, weak on feeds. Written from protocol version 2 on.</summary>
    public ETag? ETag { get; init; }

    /// <summary>When it last changed, with the offset as sent.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Kind and labels, in order.</summary>
    public AtomList<Category> Categories { get; init; } = [];

    /// <summary>A title for people.</summary>
    public Text? Title { get; init; }

    /// <summary>Where it and what belongs to it can be had, in order.</summary>
    public AtomList<Link> Links { get; init; } = [];

    /// <summary>Who wrote it.</summary>
    public AtomList<Person> Authors { get; init; } = [];

    /// <summary>The child elements that are not known here, whole and in order; written again.</summary>
    public AtomList<ExtensionElement> ExtensionElements { get; init; } = [];

    /// <summary>The attributes that are not known here, such as <c>xml:lang</c>; written again.</summary>
    public AtomList<ExtensionAttribute> ExtensionAttributes { get; init; } = [];

    internal AtomList<Annotation> Annotations { get; init; } = [];
}
