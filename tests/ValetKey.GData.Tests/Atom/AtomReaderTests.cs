using System.Text;
using ValetKey.GData.Atom;

namespace ValetKey.GData.Tests.Atom;

public sealed class AtomReaderTests
{
    private const string Ns = "xmlns='http://www.w3.org/2005/Atom'";

    [Fact]
    public void Goes_by_namespace_and_not_by_prefix()
    {
        var entry = Xml.Entry<Entry>("<a:entry xmlns:a='http://www.w3.org/2005/Atom' xmlns:b='urn:other'><a:title>right</a:title><b:title>kept</b:title></a:entry>");
        Assert.Equal("right", entry.Title?.Value);
        Assert.Equal("kept", Assert.Single(entry.ExtensionElements).Text);
    }

    [Fact]
    public void Gives_out_entries_before_the_document_ends()
    {
        using var reader = AtomReader.Open(Xml.Bytes($"<feed {Ns}><entry><id>a</id></entry><entry><id>b</id></entry><broken"));
        using var entries = reader.ReadEntries<Entry>().GetEnumerator();
        Assert.True(entries.MoveNext());
        Assert.Equal("a", entries.Current.Id);
        Assert.True(entries.MoveNext());
        Assert.Throws<AtomException>(() => entries.MoveNext());
    }

    [Fact]
    public void Knows_the_feed_once_its_entries_are_read()
    {
        using var reader = AtomReader.Open(Xml.Bytes($"<feed {Ns}><entry/><title>behind</title><link rel='next' href='x'/></feed>"));
        Assert.Throws<InvalidOperationException>(() => reader.Head);
        Assert.Single(reader.ReadEntries<Entry>());
        Assert.Equal("behind", reader.Head.Title?.Value);
        Assert.Equal("x", reader.Head.Links.Find("next")?.Href);
    }

    [Fact]
    public void Takes_any_line_of_white_space_around_ids_and_times()
    {
        var entry = Xml.Entry<Entry>($"<entry {Ns}><id>\n  urn:a\n</id><updated>\n 2011-06-01T09:30:00Z\n</updated></entry>");
        Assert.Equal("urn:a", entry.Id);
        Assert.Equal(new DateTimeOffset(2011, 6, 1, 9, 30, 0, TimeSpan.Zero), entry.Updated);
    }

    [Fact]
    public void Keeps_a_time_that_it_cannot_read()
    {
        var entry = Xml.Entry<Entry>($"<entry {Ns}><updated>2006-07-11T14:51: 43.560Z</updated></entry>");
        Assert.Null(entry.Updated);
        Assert.Equal("2006-07-11T14:51: 43.560Z", Assert.Single(entry.ExtensionElements).Text);
    }

    [Theory]
    [InlineData("<title>a</title><title>b</title>", "<title> stands twice")]
    [InlineData("<id>a</id><id>b</id>", "<id> stands twice")]
    [InlineData("<link rel='self'/>", "<link> lacks its attribute href")]
    [InlineData("<link href='x' length='many'/>", "'many' is no whole number")]
    [InlineData("<title><b>x</b></title>", "<title> holds text, but there is <b> in it")]
    [InlineData("<content type='application/xml'>x<b/></content>", "one element or text, not both")]
    [InlineData("<summary type='xhtml'>words</summary>", "holds one div")]
    public void Refuses_what_can_be_read_in_two_ways_or_none(string inside, string because)
    {
        var fault = Assert.Throws<AtomException>(() => Xml.Entry<Entry>($"<entry {Ns}>\n {inside}</entry>"));
        Assert.Contains(because, fault.Reason, StringComparison.Ordinal);
        Assert.Equal(2, fault.Line);
        Assert.True(fault.Column > 1);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("no xml", 1)]
    [InlineData("<entry xmlns='http://www.w3.org/2005/Atom'>", 1)]
    [InlineData("<entry xmlns='http://www.w3.org/2005/Atom'/>\n<entry/>", 2)]
    [InlineData("<entry xmlns='http://www.w3.org/2005/Atom'>\n<a></b></entry>", 2)]
    [InlineData("<entry xmlns='http://www.w3.org/2005/Atom'>\n\n&#1;</entry>", 3)]
    [InlineData("<entry xmlns='http://www.w3.org/2005/Atom'>\uFFFE</entry>", 1)]
    [InlineData("<entry xmlns='http://www.w3.org/2005/Atom'><title>&nbsp;</title></entry>", 1)]
    [InlineData("<entry/>", 1)]
    [InlineData("<x:entry/>", 1)]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'/>", 1)]
    public void Says_where_a_document_goes_wrong(string document, int line)
    {
        var fault = Assert.Throws<AtomException>(() => Xml.Entry<Entry>(document));
        Assert.Equal(line, fault.Line == 0 ? 1 : fault.Line);
        Assert.NotEmpty(fault.Reason);
        Assert.False(fault.IsTooLarge);
    }

    [Theory]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public void Refuses_encodings_that_nobody_sends(string encoding)
    {
        var bytes = Encoding.GetEncoding(encoding).GetPreamble().Concat(Encoding.GetEncoding(encoding).GetBytes($"<entry {Ns}/>")).ToArray();
        Assert.Throws<AtomException>(() => AtomReader.Open(new MemoryStream(bytes)));
        Assert.Throws<AtomException>(() => AtomReader.Open(new MemoryStream(bytes[4..])));
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("windows-9999")]
    [InlineData("utf-16")]
    public void Refuses_a_declared_encoding_that_it_is_not_in(string declared) =>
        Assert.Throws<AtomException>(() => Xml.Entry<Entry>($"<?xml version='1.0' encoding='{declared}'?><entry {Ns}><title>\u00E9</title></entry>"));

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public void Takes_every_encoding_that_xml_asks_for(string encoding)
    {
        var bytes = Encoding.GetEncoding(encoding).GetPreamble().Concat(Encoding.GetEncoding(encoding).GetBytes($"<entry {Ns}><title>\u00E9</title></entry>")).ToArray();
        using var reader = AtomReader.Open(new MemoryStream(bytes));
        Assert.Equal("\u00E9", reader.ReadEntry<Entry>().Title?.Value);
    }

    [Fact]
    public void Refuses_bytes_that_are_no_utf8()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes($"<entry {Ns}><title>"), 0xC3, 0x28, .. Encoding.UTF8.GetBytes("</title></entry>")];
        using var reader = AtomReader.Open(new MemoryStream(bytes));
        Assert.Throws<AtomException>(reader.ReadEntry<Entry>);
    }

    [Fact]
    public async Task Fetches_from_a_network_without_blocking()
    {
        using var reader = await AtomReader.OpenAsync(new AsyncOnlyStream(Encoding.UTF8.GetBytes($"<entry {Ns}><id>a</id></entry>")), stop: TestContext.Current.CancellationToken);
        Assert.Equal("a", reader.ReadEntry<Entry>().Id);
    }
}
