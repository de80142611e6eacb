using System.Xml;

namespace ValetKey.GData.Atom;

/// <summary>A text that people read: a title, summary or subtitle (RFC 4287 §3.1). A string is a plain text.</summary>
/// <param name="Value">Plain text; HTML source when <see cref="Type"/> is <c>html</c>; the words alone when it is <c>xhtml</c>.</param>
public sealed record Text(string Value)
{
    /// <summary><c>text</c>, <c>html</c> or <c>xhtml</c>; <c>text</c> when the document does not say.</summary>
    public string Type { get; init; } = "text";

    /// <summary>The <c>div</c> of a text of type <c>xhtml</c>; otherwise <c>null</c>.</summary>
    public ExtensionElement? Markup { get; init; }

    /// <summary>Other attributes, such as <c>xml:lang</c>.</summary>
    public Extensions Extensions { get; init; } = Extensions.None;

    /// <summary>A plain text.</summary>
    public static implicit operator Text(string value) => new(value);

    /// <summary>The <see cref="Value"/>.</summary>
    public override string ToString() => Value;

    internal static Text Read(XmlReader reader)
    {
        var type = reader.GetAttribute("type") ?? "text";
        var attributes = Extensions.Of(ExtensionAttribute.ReadAll(reader, "type"), []);
        if (type != "xhtml")
        {
            return new(reader.ReadText()) { Type = type, Extensions = attributes };
        }

        var name = reader.Name;
        var markup = Extensions.ReadRest(reader, "type").Elements;
        return markup.Count == 1
            ? new(markup[0].Text) { Type = type, Markup = markup[0], Extensions = attributes }
            : throw reader.Fault($"<{name} type='xhtml'> holds one div.");
    }

    internal void Write(XmlWriter writer, string localName)
    {
        writer.WriteStartElement("", localName, Namespaces.Atom);
        writer.WriteAttributeString("type", Type);
        Extensions.WriteAttributes(writer);
        if (Markup is null)
        {
            writer.WriteString(Value);
        }
        else
        {
            Markup.Write(writer);
        }

        writer.WriteEndElement();
    }
}
