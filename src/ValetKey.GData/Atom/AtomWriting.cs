using System.Xml;

namespace ValetKey.GData.Atom;

/// <summary>The words in which elements write themselves. What is <c>null</c> is not written.</summary>
internal static class AtomWriting
{
    public static void WriteOptional(this XmlWriter writer, string attribute, string? value)
    {
        if (value is not null)
        {
            writer.WriteAttributeString(attribute, value);
        }
    }

    public static void WriteOptional(this XmlWriter writer, string attribute, bool? value)
    {
        if (value is { } flag)
        {
            writer.WriteAttributeString(attribute, flag ? "true" : "false");
        }
    }

    public static void WriteOptional(this XmlWriter writer, string attribute, long? value)
    {
        if (value is { } number)
        {
            writer.WriteAttributeString(attribute, XmlConvert.ToString(number));
        }
    }

    public static void WriteText(this XmlWriter writer, string prefix, string localName, string ns, string? value)
    {
        if (value is not null)
        {
            writer.WriteStartElement(prefix, localName, ns);
            writer.WriteString(value);
            writer.WriteEndElement();
        }
    }
}
