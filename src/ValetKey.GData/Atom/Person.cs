using System.Xml;

namespace ValetKey.GData.Atom;

/// <summary>Who wrote or changed something (RFC 4287 §3.2): <c>atom:author</c>, <c>gd:lastModifiedBy</c>.</summary>
public sealed record Person
{
    /// <summary>A name for people.</summary>
    public string? Name { get; init; }

    /// <summary>An e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>A page about the person.</summary>
    public string? Uri { get; init; }

    /// <summary>What else the element held.</summary>
    public Extensions Extensions { get; init; } = Extensions.None;

    internal static Person Read(XmlReader reader)
    {
        string? name = null, email = null, uri = null;
        var attributes = ExtensionAttribute.ReadAll(reader);
        var others = new AtomListBuilder<ExtensionElement>();
        var children = 0;
        for (var inside = reader.Enter(); inside && reader.NextChild();)
        {
            reader.CountChild(ref children);
            if (name is null && reader.Is("name", Namespaces.Atom))
            {
                name = reader.ReadText();
            }
            else if (email is null && reader.Is("email", Namespaces.Atom))
            {
                email = reader.ReadText().Trim();
            }
            else if (uri is null && reader.Is("uri", Namespaces.Atom))
            {
                uri = reader.ReadText().Trim();
            }
            else
            {
                others.Add(ExtensionElement.Read(reader));
            }
        }

        return new() { Name = name, Email = email, Uri = uri, Extensions = Extensions.Of(attributes, others.ToList()) };
    }

    internal void Write(XmlWriter writer, string prefix, string localName, string ns)
    {
        writer.WriteStartElement(prefix, localName, ns);
        Extensions.WriteAttributes(writer);
        writer.WriteText("", "name", Namespaces.Atom, Name);
        writer.WriteText("", "uri", Namespaces.Atom, Uri);
        writer.WriteText("", "email", Namespaces.Atom, Email);
        Extensions.WriteElements(writer);
        writer.WriteEndElement();
    }
}
