using System.Runtime.CompilerServices;
using System.Text;
using ValetKey.GData.Atom;
using ValetKey.GData.Protocol;

namespace ValetKey.GData.Tests.Atom;

public sealed class AtomWriterTests
{
    private static readonly Feed<Entry> Feed = new()
    {
        ETag = ETag.Weak("feed"),
        Page = new(1, 1, 25),
        Entries = [new Entry { ETag = ETag.Strong("entry"), Edited = new DateTimeOffset(2012, 2, 29, 12, 0, 0, TimeSpan.Zero) }],
    };

    [Theory]
    [InlineData("1.0", Namespaces.OpenSearch10, Namespaces.AppDraft, false)]
    [InlineData("2.0", Namespaces.OpenSearch11, Namespaces.App, true)]
    [InlineData("3.0", Namespaces.OpenSearch11, Namespaces.App, true)]
    public void Writes_the_namespaces_and_tags_of_each_version(string version, string openSearch, string app, bool hasTags)
    {
        var written = Xml.Of(Feed, ProtocolVersion.Parse(version));
        Assert.Contains($"xmlns:openSearch=\"{openSearch}\"", written, StringComparison.Ordinal);
        Assert.Contains($"xmlns:app=\"{app}\"", written, StringComparison.Ordinal);
        Assert.Equal(hasTags, written.Contains("gd:etag=\"W/&quot;feed&quot;\"", StringComparison.Ordinal));
        Assert.Equal(hasTags, written.Contains("gd:etag=\"&quot;entry&quot;\"", StringComparison.Ordinal));
        Assert.Equal(Feed.Page, Xml.Feed<Entry>(written).Page);
        Assert.Equal(Feed.Entries[0].Edited, Xml.Feed<Entry>(written).Entries[0].Edited);
    }

    [Fact]
    public void Declares_each_prefix_once_at_the_root()
    {
        var written = Xml.Of(Feed with { Entries = [Feed.Entries[0], Feed.Entries[0]] }, ProtocolVersion.V3);
        Assert.Equal(4, written.Split("xmlns").Length - 1);
    }

    [Fact]
    public async Task Sends_a_feed_while_its_entries_are_still_coming()
    {
        using var destination = new MemoryStream();
        var sentBefore = new List<long>();
        await AtomWriter.WriteFeedAsync(destination, new Feed { Title = "many" }, Entries(TestContext.Current.CancellationToken), ProtocolVersion.V2, stop: TestContext.Current.CancellationToken);

        Assert.True(sentBefore.Count(sent => sent > 0) > 1000);
        destination.Position = 0;
        using var reader = AtomReader.Open(destination);
        Assert.Equal(2000, reader.ReadEntries<Entry>().Count());
        Assert.Equal("many", reader.Head.Title?.Value);

        async IAsyncEnumerable<Entry> Entries([EnumeratorCancellation] CancellationToken stop = default)
        {
            for (var i = 0; i < 2000; i++)
            {
                sentBefore.Add(destination.Length);
                await Task.Yield();
                stop.ThrowIfCancellationRequested();
                yield return new Entry { Title = $"entry {i}", Content = new string('x', 100) };
            }
        }
    }

    [Fact]
    public async Task Writes_utf8_without_a_byte_order_mark()
    {
        using var destination = new MemoryStream();
        await AtomWriter.WriteEntryAsync(destination, new Entry { Title = "\u00E9" }, ProtocolVersion.V1, stop: TestContext.Current.CancellationToken);
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?><entry xmlns=\"http://www.w3.org/2005/Atom\"", Encoding.UTF8.GetString(destination.ToArray()), StringComparison.Ordinal);
    }
}
