using CsCheck;
using ValetKey.GData.Atom;
using ValetKey.GData.Protocol;

namespace ValetKey.GData.Tests.Atom;

/// <summary>What is written is read again, for everything that can be said.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public void Entries_come_back_as_they_were() => Any.Entry.Sample(entry => AssertComesBack(entry));

    [Fact]
    public void Users_come_back_as_they_were() => Any.User.Sample(entry => AssertComesBack(entry));

    [Fact]
    public void Calendars_come_back_as_they_were() => Any.Calendar.Sample(entry => AssertComesBack(entry));

    [Fact]
    public void Documents_come_back_as_they_were() => Any.Document.Sample(entry => AssertComesBack(entry));

    [Fact]
    public void Feeds_come_back_as_they_were_in_every_version() => Gen.Select(Any.Feed, Gen.Int[1, 3].Select(major => ProtocolVersion.All[major - 1])).Sample((feed, version) =>
    {
        var expected = version.HasETags ? feed : feed with { ETag = null, Entries = [.. feed.Entries.Select(e => e with { ETag = null })] };
        Assert.Equal(expected, Xml.Feed<Entry>(Xml.Of(feed, version)));
    });

    [Fact]
    public void Entries_without_a_line_end_come_back_as_they_were() => Any.Entry.Sample(entry =>
    {
        using var reader = AtomReader.Open(new MemoryStream(AtomWriter.ToBytes(entry, ProtocolVersion.V2).ToArray()));
        Assert.Equal(entry, reader.ReadEntry<Entry>());
    });

    private static void AssertComesBack<TEntry>(TEntry entry) where TEntry : Entry, IAtomEntry<TEntry> =>
        Assert.Equal(entry, Xml.Entry<TEntry>(Xml.Of(entry, ProtocolVersion.V3)));
}
