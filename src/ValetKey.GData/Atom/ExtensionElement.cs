using System.Xml;

namespace ValetKey.GData.Atom;

/// <summary>An element that its parent does not define, whole: kept as it was read, and written again. White space that only lays out a document is not kept.</summary>
/// <param name="Name">The element's name.</param>
public sealed record ExtensionElement(XmlName Name) : ExtensionNode
{
    /// <summary>All attributes but the declarations of prefixes, in order.</summary>
    public AtomList<ExtensionAttribute> Attributes { get; init; } = [];

    /// <summary>Texts and elements, in order.</summary>
    public AtomList<ExtensionNode> Nodes { get; init; } = [];

    /// <summary>The texts inside, those of inner elements too, joined; empty for none.</summary>
    public string Text => string.Concat(Nodes.Select(n => n is ExtensionElement inner ? inner.Text : ((ExtensionText)n).Value));

    /// <summary>The elements inside, in order.</summary>
    public IEnumerable<ExtensionElement> Elements => Nodes.OfType<ExtensionElement>();

    /// <summary>The value of an attribute in no namespace; <c>null</c> when it is absent.</summary>
    public string? Attribute(string localName) => Attributes.FirstOrDefault(a => a.Name == new XmlName(localName, ""))?.Value;

    internal static ExtensionElement Read(XmlReader reader)
    {
        var name = new XmlName(reader.LocalName, reader.NamespaceURI, reader.Prefix);
        var attributes = ExtensionAttribute.ReadAll(reader);
        var keepsSpace = name.Namespace == Namespaces.Xhtml || reader.XmlSpace == XmlSpace.Preserve;
        return new(name) { Attributes = attributes, Nodes = ReadNodes(reader, keepsSpace) };
    }

    internal override void Write(XmlWriter writer)
    {
        writer.WriteStartElement(Name.Prefix, Name.LocalName, Name.Namespace);
        foreach (var attribute in Attributes.AsSpan())
        {
            attribute.Write(writer);
        }

        foreach (var node in Nodes.AsSpan())
        {
            node.Write(writer);
        }

        writer.WriteEndElement();
    }

    private static AtomList<ExtensionNode> ReadNodes(XmlReader reader, bool keepsSpace)
    {
        var nodes = new AtomListBuilder<ExtensionNode>();
        var (children, hasWords) = (0, false);
        for (var inside = reader.Enter(); inside && reader.NextNode();)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                reader.CountChild(ref children);
                nodes.Add(Read(reader));
            }
            else
            {
                hasWords |= reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA;
                nodes.Add(new ExtensionText(reader.ReadTextRun()));
            }
        }

        var list = nodes.ToList();
        return children == 0 || hasWords || keepsSpace ? list : [.. list.Where(n => n is ExtensionElement)];
    }
}
