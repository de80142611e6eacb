using ValetKey.GData.Protocol;

namespace ValetKey.GData.Tests.Protocol;

public sealed class ETagConditionTests
{
    public static TheoryData<string> Reads => Vectors.Names("ifNoneMatch");

    public static TheoryData<string> Writes => Vectors.Names("ifMatch");

    [Theory]
    [MemberData(nameof(Reads))]
    public void Decides_over_reads_as_the_vectors_say(string name)
    {
        var vector = Vectors.Case("ifNoneMatch", name);
        var current = ETag.Parse(vector.Text("resourceETag")!);
        Assert.Equal(vector.GetProperty("status").GetInt32() == 304, ETagCondition.IsNotModified(vector.Text("ifNoneMatch"), current));
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public void Decides_over_writes_as_the_vectors_say(string name)
    {
        var vector = Vectors.Case("ifMatch", name);
        var current = vector.Text("resourceETag") is { } text ? ETag.Parse(text) : null;
        var version = ProtocolVersion.Parse(vector.Text("gdataVersion")!);
        Assert.Equal(vector.GetProperty("status").GetInt32() == 200, ETagCondition.MayWrite(version, vector.Text("ifMatch"), current));
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("\"unclosed")]
    [InlineData(",,,")]
    [InlineData("")]
    public void Matches_nothing_where_there_is_no_tag(string header)
    {
        Assert.False(ETagCondition.IsNotModified(header, ETag.Strong("a")));
        Assert.False(ETagCondition.MayWrite(ProtocolVersion.V2, header, ETag.Strong("a")));
    }

    [Fact]
    public void Reads_on_behind_what_is_no_tag() => Assert.True(ETagCondition.IsNotModified("w/\"x\", \"a\"", ETag.Strong("a")));
}
