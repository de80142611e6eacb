using System.Text;
using ValetKey.GData.Atom;
using ValetKey.GData.Provisioning;

namespace ValetKey.GData.Tests.Atom;

public sealed class AtomLimitsTests
{
    private const string Start = "<entry xmlns='http://www.w3.org/2005/Atom'>";

    public static TheoryData<string> Hostile => [.. Documents.Keys];

    private static Dictionary<string, Func<string>> Documents { get; } = new(StringComparer.Ordinal)
    {
        ["100,000 levels"] = () => Start + string.Concat(Enumerable.Repeat("<a>", 100_000)),
        ["100,000 levels of known elements"] = () => Start + string.Concat(Enumerable.Repeat("<author>", 100_000)),
        ["65 levels"] = () => Start + Nested(65),
        ["100,000 attributes"] = () => $"{Start}<a {string.Join(' ', Enumerable.Range(0, 100_000).Select(i => $"a{i}=''"))}/></entry>",
        ["257 attributes"] = () => $"{Start}<a {string.Join(' ', Enumerable.Range(0, 257).Select(i => $"a{i}=''"))}/></entry>",
        ["257 attributes of a known element"] = () => $"{Start}<link href='x' {string.Join(' ', Enumerable.Range(0, 257).Select(i => $"a{i}=''"))}/></entry>",
        ["10,000 namespaces"] = () => $"{Start}<a {string.Join(' ', Enumerable.Range(0, 10_000).Select(i => $"xmlns:a{i}='urn:a'"))}/></entry>",
        ["an attribute of 2 MB"] = () => $"{Start}<a b='{new string('x', 2_000_000)}'/></entry>",
        ["a name of 2 MB"] = () => $"{Start}<{new string('x', 2_000_000)}/></entry>",
        ["a text of 2 MB"] = () => $"{Start}<title>{new string('x', 2_000_000)}</title></entry>",
        ["a text of 2 MB in many pieces"] = () => $"{Start}<title>{string.Concat(Enumerable.Repeat($"<![CDATA[<{new string('x', 1000)}]]>", 2000))}</title></entry>",
        ["10,000 categories"] = () => $"{Start}{string.Concat(Enumerable.Repeat("<category term='a'/>", 10_000))}</entry>",
        ["10,000 unknown elements in a known one"] = () => $"{Start}<author>{string.Concat(Enumerable.Repeat("<a/>", 10_000))}</author></entry>",
        ["10,000 unknown elements in an unknown one"] = () => $"{Start}<x>{string.Concat(Enumerable.Repeat("<a/>", 10_000))}</x></entry>",
        ["a document type"] = () => $"<!DOCTYPE entry>{Start}</entry>",
        ["an internal entity"] = () => $"<!DOCTYPE entry [<!ENTITY a 'x'>]>{Start}<title>&a;</title></entry>",
        ["an entity of entities"] = () => $"<!DOCTYPE entry [<!ENTITY a 'x'><!ENTITY b '&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;'>]>{Start}<title>&c;</title></entry>",
        ["a file"] = () => $"<!DOCTYPE entry [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>{Start}<title>&a;</title></entry>",
        ["a parameter entity"] = () => $"<!DOCTYPE entry [<!ENTITY % a SYSTEM 'http://127.0.0.1:9/x'>%a;]>{Start}</entry>",
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Are_held_against_hostile_documents(string kind)
    {
        var document = Documents[kind]();
        Assert.False(Assert.Throws<AtomException>(() => Xml.Entry<UserEntry>(document)).IsTooLarge);
        Assert.Throws<AtomException>(() => Xml.Feed<UserEntry>(document.Replace("<entry", "<feed", StringComparison.Ordinal).Replace("</entry", "</feed", StringComparison.Ordinal)));
    }

    [Fact]
    public void Leave_room_for_honest_documents()
    {
        var entry = Xml.Entry<Entry>($"{Start}<title>{new string('x', 1_000_000)}</title>{Nested(62)}"
            + $"<a {string.Join(' ', Enumerable.Range(0, 256).Select(i => $"a{i}=''"))}/>{string.Concat(Enumerable.Repeat("<category term='a'/>", 4000))}</entry>");
        Assert.Equal(1_000_000, entry.Title?.Value.Length);
        Assert.Equal(4000, entry.Categories.Count);
    }

    [Fact]
    public void Stop_a_document_that_is_too_large()
    {
        var document = Encoding.UTF8.GetBytes($"{Start}{string.Concat(Enumerable.Repeat("<title> </title>\n", 60))}</entry>");
        Assert.True(Assert.Throws<AtomException>(() =>
        {
            using var reader = AtomReader.Open(new MemoryStream(document), maxBytes: 1000);
            reader.ReadEntry<Entry>();
        }).IsTooLarge);
    }

    [Fact]
    public async Task Stop_a_document_from_a_network_before_it_is_read_whole()
    {
        var source = new AsyncOnlyStream(new byte[100_000]);
        var fault = await Assert.ThrowsAsync<AtomException>(() => AtomReader.OpenAsync(source, maxBytes: 1000, stop: TestContext.Current.CancellationToken));
        Assert.True(fault.IsTooLarge);
        Assert.InRange(source.Position, 1000, 1100);
    }

    [Fact]
    public void Count_what_lies_across_the_borders_of_buffers()
    {
        // A value just below the limit, at every distance from the start of a buffer.
        for (var shift = 0; shift < 3; shift++)
        {
            var text = new string('x', AtomLimits.Value - 50);
            Assert.Equal(text, Xml.Entry<Entry>($"{new string(' ', shift)}{Start}<title>{text}</title></entry>").Title?.Value);
            Assert.Throws<AtomException>(() => Xml.Entry<Entry>($"{new string(' ', shift)}{Start}<title>{text}{text[..60]}</title></entry>"));
        }
    }

    [Fact]
    public void Let_a_feed_hold_any_number_of_entries()
    {
        var feed = Xml.Feed<Entry>($"<feed xmlns='http://www.w3.org/2005/Atom'>{string.Concat(Enumerable.Repeat("<entry/>", 5000))}</feed>");
        Assert.Equal(5000, feed.Entries.Count);
    }

    private static string Nested(int levels) => string.Concat(Enumerable.Repeat("<a>", levels)) + string.Concat(Enumerable.Repeat("</a>", levels));
}
