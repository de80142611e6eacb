using System.Xml;
using ValetKey.GData.Protocol;

namespace ValetKey.GData.Atom;

/// <summary>An <c>atom:feed</c> without its entries (RFC 4287 §4.1.1): all there is to say about a page of them.</summary>
public record Feed : AtomContainer
{
    /// <summary>A feed that says nothing yet.</summary>
    public Feed() { }

    private protected Feed(ContainerReader atom) : base(atom) => (Subtitle, Generator, Page) = (atom.Subtitle, atom.Generator, atom.Page);

    /// <summary>A longer title.</summary>
    public Text? Subtitle { get; init; }

    /// <summary>The program that made the feed.</summary>
    public Generator? Generator { get; init; }

    /// <summary>Where in the whole this page lies.</summary>
    public FeedPage Page { get; init; } = FeedPage.Unsaid;

    /// <summary>The title's words; empty without one.</summary>
    public override string ToString() => Title?.Value ?? "";

    internal static Feed Of(ContainerReader atom) => new(atom);

    internal void WriteHead(XmlWriter xml, ProtocolVersion version)
    {
        var writer = new ContainerWriter(xml, version, this);
        writer.Attributes();
        writer.Text("", "id", Namespaces.Atom, Id);
        writer.Time("", "updated", Namespaces.Atom, Updated);
        writer.All(Categories);
        Title?.Write(xml, "title");
        Subtitle?.Write(xml, "subtitle");
        writer.All(Links);
        writer.People("author", Authors);
        Generator?.Write(xml);
        writer.Number("openSearch", "totalResults", version.OpenSearch, Page.TotalResults);
        writer.Number("openSearch", "startIndex", version.OpenSearch, Page.StartIndex);
        writer.Number("openSearch", "itemsPerPage", version.OpenSearch, Page.ItemsPerPage);
        writer.Extensions();
    }
}
