using ValetKey.GData.Atom;
using ValetKey.GData.Documents;
using ValetKey.GData.Protocol;

namespace ValetKey.GData.Tests.Documents;

public sealed class DocumentEntryTests
{
    [Fact]
    public void Stands_in_the_list_as_documents_wrote_it() => Golden.Matches("documents-feed-v3.xml", Xml.Of(OwnDocuments.Documents, ProtocolVersion.V3));

    [Fact]
    public void Is_read_as_it_was_written() => Assert.Equal(OwnDocuments.Documents, Xml.Feed<DocumentEntry>(Golden.Text("documents-feed-v3.xml")));

    [Fact]
    public void Shows_its_labels_and_folders()
    {
        var budget = OwnDocuments.Documents.Entries[0];
        Assert.Equal("starred, mine, restricted-download", string.Join(", ", budget.Labels));
        Assert.Equal("Plans", Assert.Single(budget.Parents).Title);
    }

    [Fact]
    public void Knows_a_label_by_its_term_when_there_are_no_words() =>
        Assert.Equal("trashed", Assert.Single(new DocumentEntry { Categories = [new($"{Category.LabelScheme}#trashed", Category.LabelScheme)] }.Labels));

    [Theory]
    [InlineData("<gd:resourceId>nothing</gd:resourceId>", "names no document")]
    [InlineData("<gd:quotaBytesUsed>much</gd:quotaBytesUsed>", "no whole number")]
    public void Refuses_values_that_are_none(string element, string because) => Assert.Contains(because, Assert.Throws<AtomException>(() =>
        Xml.Entry<DocumentEntry>($"<entry xmlns='http://www.w3.org/2005/Atom' xmlns:gd='http://schemas.google.com/g/2005'>{element}</entry>")).Reason, StringComparison.Ordinal);
}
