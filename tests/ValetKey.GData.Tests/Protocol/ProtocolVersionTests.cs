using ValetKey.GData.Protocol;

namespace ValetKey.GData.Tests.Protocol;

public sealed class ProtocolVersionTests
{
    [Theory]
    [InlineData(null, null, "1.0")]
    [InlineData("1.0", null, "1.0")]
    [InlineData("2.0", null, "2.0")]
    [InlineData("2", null, "2.0")]
    [InlineData("3.0", null, "3.0")]
    [InlineData(null, "3.0", "3.0")]
    [InlineData("2.0", "3", "3.0")]
    public void Is_chosen_by_query_then_header_then_is_1(string? header, string? query, string expected)
    {
        Assert.True(ProtocolVersion.TryChoose(header, query, out var version));
        Assert.Equal(expected, version.ToString());
    }

    [Theory]
    [InlineData("4.0", null)]
    [InlineData("2.1", null)]
    [InlineData("", null)]
    [InlineData("2.0", "nine")]
    public void Is_refused_when_it_is_not_spoken_here(string? header, string? query) => Assert.False(ProtocolVersion.TryChoose(header, query, out _));

    [Fact]
    public void Lists_what_there_is_when_it_is_unknown() =>
        Assert.Contains("1.0, 2.0, 3.0", Assert.Throws<FormatException>(() => ProtocolVersion.Parse("9")).Message, StringComparison.Ordinal);
}
