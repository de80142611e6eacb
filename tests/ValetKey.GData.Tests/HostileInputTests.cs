using System.Text;
using CsCheck;
using ValetKey.GData.Atom;
using ValetKey.GData.Documents;
using ValetKey.GData.Protocol;
using ValetKey.GData.Provisioning;

namespace ValetKey.GData.Tests;

/// <summary>Whatever comes in, what goes out is an answer or the documented error.</summary>
public sealed class HostileInputTests
{
    private static readonly byte[][] Seeds = [.. Directory.EnumerateFiles(Golden.Folder, "*.xml").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    // Pieces that mean something to a parser are worth more than random bytes.
    private static readonly byte[][] Pieces =
        [.. new[] { "<", ">", "/>", "</", "\"", "&", "&#0;", "]]>", "<![CDATA[", "<!--", "<?x?>", "<!DOCTYPE a>", " xmlns=\"\"", "<entry>", "</feed>", "xml:lang=''", "\0", "\uFEFF", "%", "\u00E9" }.Select(Encoding.UTF8.GetBytes)];

    private static readonly Gen<byte[]> Mutated = Gen.Select(Gen.Int[0, Seeds.Length - 1], Gen.Select(Gen.Double[0, 1], Gen.Int[0, 3], Gen.Int[0, 60], Gen.Int[0, Pieces.Length - 1], Gen.Byte).Array[1, 4],
        (seed, edits) => edits.Aggregate(Seeds[seed], (bytes, edit) => Edit(bytes, (int)(edit.Item1 * bytes.Length), edit.Item2, edit.Item3, Pieces[edit.Item4], edit.Item5)));

    [Fact]
    public void Documents_are_read_or_refused_as_atom() => Mutated.Sample(bytes =>
    {
        AssertReadOrRefused<UserEntry>(bytes);
        AssertReadOrRefused<DocumentEntry>(bytes);
        AppsError.ReadDocument(new MemoryStream(bytes));
        GDataError.ReadDocument(new MemoryStream(bytes), 400);
    }, iter: 1000);

    [Fact]
    public void Queries_are_read_or_refused() => Gen.String[Gen.OneOf(Gen.Char[' ', '~'], Gen.Char, Gen.Int[0, 6].Select(i => "%&=+;?\0"[i])), 0, 60].Sample(text =>
        GDataQuery.Parse($"max-results={text}&{text}&updated-min={text}", out _));

    [Fact]
    public void Values_that_are_read_are_written_so_that_they_are_read_again() => Gen.String[Gen.OneOf(Gen.Char[' ', '~'], Gen.Int[0, 12].Select(i => "0123:-TZ.\"W/*"[i])), 0, 40].Sample(text =>
    {
        Assert.True(!AtomTime.TryParse(text, out var time) || AtomTime.TryParse(AtomTime.Format(time), out _));
        Assert.True(!ETag.TryParse(text, null, out var etag) || etag.ToString() == text);
        Assert.True(!ResourceId.TryParse(text, null, out var id) || id.ToString() == text.Trim());
        Assert.Equal(text.Trim() == "*", ETagCondition.IsNotModified(text, ETag.Strong("in none of them \u00FF")));
    });

    private static void AssertReadOrRefused<TEntry>(byte[] bytes) where TEntry : Entry, IAtomEntry<TEntry>
    {
        try
        {
            using var feed = AtomReader.Open(new MemoryStream(bytes));
            feed.ReadFeed<TEntry>();
        }
        catch (AtomException e)
        {
            Assert.NotEmpty(e.Reason);
        }

        try
        {
            using var entry = AtomReader.Open(new MemoryStream(bytes));
            entry.ReadEntry<TEntry>();
        }
        catch (AtomException e)
        {
            Assert.NotEmpty(e.Reason);
        }
    }

    private static byte[] Edit(byte[] bytes, int at, int kind, int length, byte[] piece, byte value) => kind switch
    {
        0 => [.. bytes[..at], .. bytes[Math.Min(at + length, bytes.Length)..]],
        1 => [.. bytes[..at], .. piece, .. bytes[at..]],
        2 => [.. bytes[..at], value, .. bytes[Math.Min(at + 1, bytes.Length)..]],
        _ => [.. bytes[..at], .. bytes[(at / 2)..at], .. bytes[at..]],
    };
}
