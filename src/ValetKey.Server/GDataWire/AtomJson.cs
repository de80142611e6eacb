using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using ValetKey.GData.Atom;
using ValetKey.GData.Protocol;

namespace ValetKey.Server.GDataWire;

/// <summary>
/// The Atom document turned to JSON (<c>alt=json</c>): an element is an object, its text is <c>$t</c>, a prefix is joined by <c>$</c>, and
/// what may stand several times is always a list. Written entry by entry.
/// </summary>
internal static class AtomJson
{
    public const string ContentType = "application/json; charset=UTF-8";

    private const int SendAt = 32 * 1024;

    public static async Task WriteEntry<TEntry>(PipeWriter destination, TEntry entry, ProtocolVersion version, bool indent, CancellationToken stop)
        where TEntry : Entry, IAtomEntry<TEntry>
    {
        await using var json = Start(destination, indent);
        json.WritePropertyName("entry");
        JsonElements.Write(json, Xml(version, writer => writer.WriteEntry(entry)), isRoot: true);
        json.WriteEndObject();
        await json.FlushAsync(stop);
    }

    public static async Task WriteFeed<TEntry>(
        PipeWriter destination, Feed head, IEnumerable<TEntry> entries, ProtocolVersion version, bool indent, CancellationToken stop)
        where TEntry : Entry, IAtomEntry<TEntry>
    {
        await using var json = Start(destination, indent);
        json.WriteStartObject("feed");
        JsonElements.WriteMembers(json, Xml(version, writer =>
        {
            writer.StartFeed<TEntry>(head);
            writer.EndFeed();
        }), isRoot: true);
        json.WriteStartArray("entry");
        foreach (var entry in entries)
        {
            JsonElements.Write(json, Xml(version, writer => writer.WriteEntry(entry)), isRoot: false);
            if (json.BytesPending >= SendAt)
            {
                await json.FlushAsync(stop);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync(stop);
    }

    private static Utf8JsonWriter Start(PipeWriter destination, bool indent)
    {
        // Relaxed: the answer is never part of a page, and nosniff keeps browsers from taking it for one.
        var json = new Utf8JsonWriter(destination, new JsonWriterOptions { Indented = indent, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("version", "1.0");
        json.WriteString("encoding", "UTF-8");
        return json;
    }

    private static XElement Xml(ProtocolVersion version, Action<AtomWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = XmlWriter.Create(buffer, XmlBody.Settings))
        {
            write(new AtomWriter(writer, version));
        }

        buffer.Position = 0;
        return XElement.Load(buffer);       // what was just written: a tree of one entry, or of a feed's head
    }
}
