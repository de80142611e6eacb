using System.Xml;

namespace ValetKey.GData.Atom;

/// <summary><c>atom:link</c>: where something else about a feed or entry is (RFC 4287 §4.2.7).</summary>
/// <param name="Rel">What is there, one of <see cref="LinkRelation"/> or any other; <c>null</c> means <c>alternate</c>.</param>
/// <param name="Href">The address as in the document.</param>
public sealed record Link(string? Rel, string Href) : IAtomElement<Link>
{
    static string IAtomElement<Link>.ElementName => "link";

    static string IAtomElement<Link>.ElementNamespace => Namespaces.Atom;

    /// <summary>The media type there, such as <c>application/atom+xml</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The language there.</summary>
    public string? Language { get; init; }

    /// <summary>Words for people.</summary>
    public string? Title { get; init; }

    /// <summary>The size there, in bytes.</summary>
    public long? Length { get; init; }

    /// <summary>What else the element held.</summary>
    public Extensions Extensions { get; init; } = Extensions.None;

    /// <summary>A link to another Atom document.</summary>
    public static Link ToAtom(string rel, string href) => new(rel, href) { Type = "application/atom+xml" };

    /// <inheritdoc/>
    public static Link Read(XmlReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new(reader.GetAttribute("rel")?.Trim(), reader.Required("href").Trim())
        {
            Type = reader.GetAttribute("type"),
            Language = reader.GetAttribute("hreflang"),
            Title = reader.GetAttribute("title"),
            Length = reader.Number("length"),
            Extensions = Extensions.ReadRest(reader, "rel", "href", "type", "hreflang", "title", "length"),
        };
    }

    /// <inheritdoc/>
    public void Write(XmlWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartElement("", "link", Namespaces.Atom);
        writer.WriteOptional("rel", Rel);
        writer.WriteOptional("type", Type);
        writer.WriteAttributeString("href", Href);
        writer.WriteOptional("hreflang", Language);
        writer.WriteOptional("title", Title);
        writer.WriteOptional("length", Length);
        Extensions.WriteAttributes(writer);
        Extensions.WriteElements(writer);
        writer.WriteEndElement();
    }
}
