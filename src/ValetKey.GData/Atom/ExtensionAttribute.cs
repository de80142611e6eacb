using System.Xml;

namespace ValetKey.GData.Atom;

/// <summary>An attribute that its element does not define: kept, and written again. <c>xml:lang</c> and <c>xml:base</c> are among them.</summary>
/// <param name="Name">The attribute's name.</param>
/// <param name="Value">After XML's own unescaping and normalization.</param>
#pragma warning disable CA1711 // an attribute of XML, which has no other word
public sealed record ExtensionAttribute(XmlName Name, string Value)
#pragma warning restore CA1711
{
    /// <summary>The attributes of the element that the reader stands on, but for these and the declarations of prefixes.</summary>
    internal static AtomList<ExtensionAttribute> ReadAll(XmlReader reader, params ReadOnlySpan<string> known)
    {
        reader.CheckLimits();
        var attributes = new AtomListBuilder<ExtensionAttribute>();
        while (reader.MoveToNextAttribute())
        {
            var isKnown = reader.NamespaceURI.Length == 0 ? known.Contains(reader.LocalName) : reader.NamespaceURI == Namespaces.Xmlns;
            if (!isKnown)
            {
                attributes.Add(new(new(reader.LocalName, reader.NamespaceURI, reader.Prefix), reader.Value));
            }
        }

        reader.MoveToElement();
        return attributes.ToList();
    }

    internal void Write(XmlWriter writer) => writer.WriteAttributeString(Name.Prefix, Name.LocalName, Name.Namespace, Value);
}
