using System.Xml;
using ValetKey.GData.Protocol;

namespace ValetKey.GData.Atom;

/// <summary>An <c>atom:entry</c> (RFC 4287 §4.1.2): one thing of an API. Entries are immutable; change one with <c>with</c>.</summary>
public record Entry : AtomContainer, IAtomEntry<Entry>
{
    /// <summary>An entry that says nothing yet.</summary>
    public Entry() { }

    private protected Entry(ContainerReader atom) : base(atom) =>
        (Published, Edited, Summary, Content) = (atom.Published, atom.Edited, atom.Summary, atom.Content);

    static IReadOnlyList<NamespacePrefix> IAtomEntry<Entry>.Prefixes => [];

    /// <summary>When it came to be.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When it was last changed by a person (<c>app:edited</c>).</summary>
    public DateTimeOffset? Edited { get; init; }

    /// <summary>A short text about it.</summary>
    public Text? Summary { get; init; }

    /// <summary>Its text, or where its media are.</summary>
    public Content? Content { get; init; }

    /// <summary>The title's words; empty without one.</summary>
    public override string ToString() => Title?.Value ?? "";

    static Entry IAtomEntry<Entry>.Read(XmlReader reader)
    {
        var atom = new ContainerReader(reader, isFeed: false);
        while (atom.NextForeign())
        {
            atom.Keep();
        }

        return new(atom);
    }

    internal void Write(XmlWriter xml, ProtocolVersion version)
    {
        var writer = new ContainerWriter(xml, version, this);
        writer.Attributes();
        writer.Text("", "id", Namespaces.Atom, Id);
        writer.Time("", "published", Namespaces.Atom, Published);
        writer.Time("", "updated", Namespaces.Atom, Updated);
        writer.Time("app", "edited", version.App, Edited);
        writer.All(Categories);
        Title?.Write(xml, "title");
        Summary?.Write(xml, "summary");
        Content?.Write(xml);
        writer.All(Links);
        writer.People("author", Authors);
        WriteElements(writer);
        writer.Extensions();
    }

    /// <summary>Writes the elements of the API.</summary>
    private protected virtual void WriteElements(ContainerWriter writer) { }
}
