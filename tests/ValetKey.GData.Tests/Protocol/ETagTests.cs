using CsCheck;
using ValetKey.GData.Protocol;

namespace ValetKey.GData.Tests.Protocol;

public sealed class ETagTests
{
    public static TheoryData<string> Syntax => Vectors.Names("etagSyntax");

    public static TheoryData<string> Compared => Vectors.Names("etagCompare");

    [Theory]
    [MemberData(nameof(Syntax))]
    public void Is_read_as_the_vectors_say(string name)
    {
        var vector = Vectors.Case("etagSyntax", name);
        Assert.Equal(vector.GetProperty("valid").GetBoolean(), ETag.TryParse(vector.Text("text"), null, out var etag));
        if (etag is not null)
        {
            Assert.Equal(vector.Text("opaque"), etag.Opaque);
            Assert.Equal(vector.GetProperty("weak").GetBoolean(), etag.IsWeak);
            Assert.Equal(vector.Text("text"), etag.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Compared))]
    public void Is_compared_as_the_vectors_say(string name)
    {
        var vector = Vectors.Case("etagCompare", name);
        var (a, b) = (ETag.Parse(vector.Text("a")!), ETag.Parse(vector.Text("b")!));
        Assert.Equal(vector.GetProperty("strongMatch").GetBoolean(), a.StronglyMatches(b));
        Assert.Equal(vector.GetProperty("weakMatch").GetBoolean(), a.WeaklyMatches(b));
        Assert.Equal(a.StronglyMatches(b), b.StronglyMatches(a));
    }

    [Fact]
    public void Comes_back_as_it_was() => Any.Tag.Sample(etag => ETag.Parse(etag.ToString()) == etag);

    [Fact]
    public void Cannot_be_made_of_what_would_end_it() => Assert.Throws<ArgumentException>(() => ETag.Strong("a\"b"));

    [Fact]
    public void Says_its_right_form_when_there_is_none() =>
        Assert.Contains("write it as \"…\" or W/\"…\"", Assert.Throws<FormatException>(() => ETag.Parse("abc")).Message, StringComparison.Ordinal);
}
