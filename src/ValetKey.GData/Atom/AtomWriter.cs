using System.Text;
using System.Xml;
using ValetKey.GData.Protocol;

namespace ValetKey.GData.Atom;

/// <summary>Writes Atom documents of one protocol version: an entry, or a feed entry by entry, none of them held.</summary>
/// <param name="xml">Where to; it stays open and is not flushed.</param>
/// <param name="version">Decides over the namespaces of <c>openSearch</c> and <c>app</c>, and whether <c>gd:etag</c> is written.</param>
public sealed class AtomWriter(XmlWriter xml, ProtocolVersion version)
{
    private const int SendAt = 32 * 1024;

    /// <summary>Writes a document that is one entry.</summary>
    public void WriteEntry<TEntry>(TEntry entry) where TEntry : Entry, IAtomEntry<TEntry>
    {
        ArgumentNullException.ThrowIfNull(entry);
        xml.WriteStartDocument();
        xml.WriteStartElement("", "entry", Namespaces.Atom);
        Declare(TEntry.Prefixes);
        entry.Write(xml, version);
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    /// <summary>Starts a document that is a feed, with what it says of itself.</summary>
    public void StartFeed<TEntry>(Feed head) where TEntry : Entry, IAtomEntry<TEntry>
    {
        ArgumentNullException.ThrowIfNull(head);
        xml.WriteStartDocument();
        xml.WriteStartElement("", "feed", Namespaces.Atom);
        Declare([new("openSearch", version.OpenSearch), new("app", version.App), .. TEntry.Prefixes]);
        head.WriteHead(xml, version);
    }

    /// <summary>Writes the next entry of the feed.</summary>
    public void AddEntry<TEntry>(TEntry entry) where TEntry : Entry, IAtomEntry<TEntry>
    {
        ArgumentNullException.ThrowIfNull(entry);
        xml.WriteStartElement("", "entry", Namespaces.Atom);
        entry.Write(xml, version);
        xml.WriteEndElement();
    }

    /// <summary>Ends the feed.</summary>
    public void EndFeed()
    {
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    /// <summary>Writes an entry to a network. The stream stays open.</summary>
    public static async Task WriteEntryAsync<TEntry>(Stream destination, TEntry entry, ProtocolVersion version, bool indent = false, CancellationToken stop = default)
        where TEntry : Entry, IAtomEntry<TEntry>
    {
        ArgumentNullException.ThrowIfNull(destination);
        await destination.WriteAsync(ToBytes(entry, version, indent), stop).ConfigureAwait(false);
    }

    /// <summary>Writes a feed to a network, sending whenever 32 KiB have come together. The stream stays open.</summary>
    public static async Task WriteFeedAsync<TEntry>(
        Stream destination, Feed head, IAsyncEnumerable<TEntry> entries, ProtocolVersion version, bool indent = false, CancellationToken stop = default)
        where TEntry : Entry, IAtomEntry<TEntry>
    {
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(entries);
        using var buffer = new MemoryStream(SendAt + 4096);
        using var xml = XmlWriter.Create(buffer, Settings(indent));
        var writer = new AtomWriter(xml, version);
        writer.StartFeed<TEntry>(head);
        await foreach (var entry in entries.WithCancellation(stop).ConfigureAwait(false))
        {
            writer.AddEntry(entry);
            if (buffer.Length >= SendAt)
            {
                await SendAsync(stop).ConfigureAwait(false);
            }
        }

        writer.EndFeed();
        await SendAsync(stop).ConfigureAwait(false);

        async Task SendAsync(CancellationToken stop)
        {
            xml.Flush();
            await destination.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), stop).ConfigureAwait(false);
            buffer.SetLength(0);
        }
    }

    /// <summary>The document of one entry, as UTF-8.</summary>
    public static ReadOnlyMemory<byte> ToBytes<TEntry>(TEntry entry, ProtocolVersion version, bool indent = false) where TEntry : Entry, IAtomEntry<TEntry>
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, Settings(indent)))
        {
            new AtomWriter(xml, version).WriteEntry(entry);
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    // Entitized: a carriage return, and a line end in an attribute, come back as they were.
    internal static XmlWriterSettings Settings(bool indent) => new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
        NewLineChars = "\n",
        Indent = indent,
        CloseOutput = false,
    };

    private void Declare(IEnumerable<NamespacePrefix> prefixes)
    {
        xml.WriteAttributeString("xmlns", Namespaces.Xmlns, Namespaces.Atom);
        xml.WriteAttributeString("xmlns", "gd", Namespaces.Xmlns, Namespaces.GData);
        foreach (var (prefix, ns) in prefixes)
        {
            xml.WriteAttributeString("xmlns", prefix, Namespaces.Xmlns, ns);
        }
    }
}
