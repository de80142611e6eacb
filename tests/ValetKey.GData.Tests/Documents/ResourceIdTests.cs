using ValetKey.GData.Documents;

namespace ValetKey.GData.Tests.Documents;

public sealed class ResourceIdTests
{
    [Theory]
    [InlineData("document:12345", "document", "12345", "document%3A12345")]
    [InlineData("folder:root", "folder", "root", "folder%3Aroot")]
    [InlineData("file:a:b/c", "file", "a:b/c", "file%3Aa%3Ab%2Fc")]
    [InlineData(" pdf:1\n", "pdf", "1", "pdf%3A1")]
    public void Is_a_kind_and_an_id(string text, string kind, string id, string segment)
    {
        var parsed = ResourceId.Parse(text);
        Assert.Equal((kind, id, segment), (parsed.Kind, parsed.Id, parsed.PathSegment));
        Assert.Equal(text.Trim(), parsed.ToString());
        Assert.Equal(ResourceId.Of(kind, id), parsed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData(":12345")]
    [InlineData("document:")]
    [InlineData("document:1 2")]
    public void Is_refused_when_one_is_missing(string text) =>
        Assert.Contains("document:12345", Assert.Throws<FormatException>(() => ResourceId.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("a:b", "1")]
    [InlineData("", "1")]
    [InlineData("document", "")]
    public void Cannot_be_made_of_what_would_be_read_otherwise(string kind, string id) => Assert.Throws<ArgumentException>(() => ResourceId.Of(kind, id));
}
