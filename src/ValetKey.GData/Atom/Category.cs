using System.Xml;

namespace ValetKey.GData.Atom;

/// <summary><c>atom:category</c>: what kind of thing an entry is, or a label on it (RFC 4287 §4.2.2).</summary>
/// <param name="Term">The category.</param>
/// <param name="Scheme">What the term belongs to; <c>null</c> for a plain keyword.</param>
/// <param name="Label">Words for people.</param>
public sealed record Category(string Term, string? Scheme = null, string? Label = null) : IAtomElement<Category>
{
    /// <summary>The scheme of the categories that say what kind of thing an entry is.</summary>
    public const string KindScheme = Namespaces.GData + "#kind";

    /// <summary>The scheme of the labels on a document: starred, viewed, trashed …</summary>
    public const string LabelScheme = Namespaces.GData + "/labels";

    static string IAtomElement<Category>.ElementName => "category";

    static string IAtomElement<Category>.ElementNamespace => Namespaces.Atom;

    /// <summary>What else the element held.</summary>
    public Extensions Extensions { get; init; } = Extensions.None;

    /// <summary>The category that says what kind of thing an entry is.</summary>
    public static Category OfKind(string term, string? label = null) => new(term, KindScheme, label);

    /// <inheritdoc/>
    public static Category Read(XmlReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new(reader.Required("term"), reader.GetAttribute("scheme"), reader.GetAttribute("label"))
        {
            Extensions = Extensions.ReadRest(reader, "term", "scheme", "label"),
        };
    }

    /// <inheritdoc/>
    public void Write(XmlWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartElement("", "category", Namespaces.Atom);
        writer.WriteOptional("scheme", Scheme);
        writer.WriteAttributeString("term", Term);
        writer.WriteOptional("label", Label);
        Extensions.WriteAttributes(writer);
        Extensions.WriteElements(writer);
        writer.WriteEndElement();
    }
}
