using System.Xml;

namespace ValetKey.GData.Atom;

/// <summary><c>atom:content</c>: the text of an entry, or where its media are (RFC 4287 §4.1.3).</summary>
public sealed record Content : IAtomElement<Content>
{
    static string IAtomElement<Content>.ElementName => "content";

    static string IAtomElement<Content>.ElementNamespace => Namespaces.Atom;

    /// <summary><c>text</c>, <c>html</c>, <c>xhtml</c> or a media type; <c>null</c> when the document does not say, which means <c>text</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Where the media can be had; then there is no text here.</summary>
    public string? Source { get; init; }

    /// <summary>The text; for markup, its words alone. Empty when the media are elsewhere.</summary>
    public string Value { get; init; } = "";

    /// <summary>The one element inside, for type <c>xhtml</c> and XML media types; otherwise <c>null</c>.</summary>
    public ExtensionElement? Markup { get; init; }

    /// <summary>Other attributes, such as <c>xml:lang</c>.</summary>
    public Extensions Extensions { get; init; } = Extensions.None;

    /// <summary>A plain text.</summary>
    public static implicit operator Content(string text) => new() { Type = "text", Value = text };

    /// <summary>The <see cref="Value"/>, or the <see cref="Source"/> of media that are elsewhere.</summary>
    public override string ToString() => Source ?? Value;

    /// <inheritdoc/>
    public static Content Read(XmlReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var (type, source) = (reader.GetAttribute("type"), reader.GetAttribute("src"));
        var extensions = Extensions.Of(ExtensionAttribute.ReadAll(reader, "type", "src"), []);
        if (type is null || (type != "xhtml" && !type.Contains('/', StringComparison.Ordinal)))
        {
            return new() { Type = type, Source = source, Value = reader.ReadText(), Extensions = extensions };
        }

        var whole = ExtensionElement.Read(reader);
        var markup = whole.Elements.FirstOrDefault();
        return markup is null || whole.Nodes.Count == 1
            ? new() { Type = type, Source = source, Value = whole.Text, Markup = markup, Extensions = extensions }
            : throw reader.Fault("<content> holds one element or text, not both.");
    }

    /// <inheritdoc/>
    public void Write(XmlWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartElement("", "content", Namespaces.Atom);
        writer.WriteOptional("type", Type);
        writer.WriteOptional("src", Source);
        Extensions.WriteAttributes(writer);
        if (Markup is not null)
        {
            Markup.Write(writer);
        }
        else if (Value.Length > 0)
        {
            writer.WriteString(Value);
        }

        writer.WriteEndElement();
    }
}
