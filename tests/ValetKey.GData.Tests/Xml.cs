using System.Text;
using System.Xml;
using ValetKey.GData.Atom;
using ValetKey.GData.Protocol;

namespace ValetKey.GData.Tests;

/// <summary>Short ways from objects to XML and back.</summary>
internal static class Xml
{
    private static readonly XmlWriterSettings Indented = new()
    {
        Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.Entitize,
    };

    public static string Of<T>(T element) where T : IAtomElement<T> => Written(element.Write);

    public static string Written(Action<XmlWriter> write)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, Indented))
        {
            write(writer);
        }

        return text.ToString();
    }

    public static T Read<T>(string xml) where T : IAtomElement<T>
    {
        using var reader = XmlReader.Create(new StringReader(xml));
        reader.MoveToContent();
        return T.Read(reader);
    }

    public static Stream Bytes(string xml) => new MemoryStream(Encoding.UTF8.GetBytes(xml));

    public static TEntry Entry<TEntry>(string xml) where TEntry : Entry, IAtomEntry<TEntry>
    {
        using var reader = AtomReader.Open(Bytes(xml));
        return reader.ReadEntry<TEntry>();
    }

    public static Feed<TEntry> Feed<TEntry>(string xml) where TEntry : Entry, IAtomEntry<TEntry>
    {
        using var reader = AtomReader.Open(Bytes(xml));
        return reader.ReadFeed<TEntry>();
    }

    public static string Of<TEntry>(TEntry entry, ProtocolVersion version) where TEntry : Entry, IAtomEntry<TEntry> =>
        Encoding.UTF8.GetString(AtomWriter.ToBytes(entry, version, indent: true).Span);

    public static string Of<TEntry>(Feed<TEntry> feed, ProtocolVersion version) where TEntry : Entry, IAtomEntry<TEntry>
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize }))
        {
            var writer = new AtomWriter(xml, version);
            writer.StartFeed<TEntry>(feed);
            foreach (var entry in feed.Entries)
            {
                writer.AddEntry(entry);
            }

            writer.EndFeed();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
