using System.Xml;

namespace ValetKey.GData.Atom;

/// <summary><c>gd:where</c>: a place.</summary>
/// <param name="ValueString">Words for people; may be empty.</param>
public sealed record Where(string? ValueString) : IAtomElement<Where>
{
    static string IAtomElement<Where>.ElementName => "where";

    static string IAtomElement<Where>.ElementNamespace => Namespaces.GData;

    /// <summary>What happens there; <c>null</c> for the place itself.</summary>
    public string? Rel { get; init; }

    /// <summary>A label for people.</summary>
    public string? Label { get; init; }

    /// <summary>What else the element held.</summary>
    public Extensions Extensions { get; init; } = Extensions.None;

    /// <summary>The words.</summary>
    public override string ToString() => ValueString ?? "";

    /// <inheritdoc/>
    public static Where Read(XmlReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new(reader.GetAttribute("valueString"))
        {
            Rel = reader.GetAttribute("rel"),
            Label = reader.GetAttribute("label"),
            Extensions = Extensions.ReadRest(reader, "valueString", "rel", "label"),
        };
    }

    /// <inheritdoc/>
    public void Write(XmlWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartElement("gd", "where", Namespaces.GData);
        writer.WriteOptional("rel", Rel);
        writer.WriteOptional("label", Label);
        writer.WriteOptional("valueString", ValueString);
        Extensions.WriteAttributes(writer);
        Extensions.WriteElements(writer);
        writer.WriteEndElement();
    }
}
