using ValetKey.Playground.Outgoing;
using ValetKey.Playground.Steps;

namespace ValetKey.Playground.Tests.Outgoing;

public sealed class OutgoingHeadersTests
{
    [Fact]
    public void Are_read_one_a_line() => Assert.Equal(
        [("If-Match", "*"), ("X-Note", "a: b")],
        OutgoingHeaders.Parse("If-Match: *\r\n\r\nX-Note:a: b  "));

    [Theory]
    [InlineData("Host: evil.example", "reserved header")]
    [InlineData("content-length: 0", "reserved header")]
    [InlineData("Connection: close", "reserved header")]
    [InlineData("Transfer-Encoding: chunked", "reserved header")]
    [InlineData("Authorization: Bearer x", "reserved header")]
    [InlineData("Proxy-Authorization: Basic x", "reserved header")]
    [InlineData("no colon", "header")]
    [InlineData(": no name", "header")]
    [InlineData("Bad Name: x", "header")]
    [InlineData("Bad\u0000: x", "header")]
    [InlineData("X: a\u000bb", "header")]
    [InlineData("X: a\u0000b", "header")]
    [InlineData("X: ä", "header")]
    [InlineData(" X: folded", "header")]
    public void That_would_break_or_lead_the_connection_are_refused(string text, string rule) =>
        Assert.Equal(rule, Assert.Throws<OutgoingRefusedException>(() => OutgoingHeaders.Parse(text)).Rule);

    [Fact]
    public void Are_at_most_40() => Assert.Equal("headers",
        Assert.Throws<OutgoingRefusedException>(() => OutgoingHeaders.Parse(string.Concat(Enumerable.Repeat("X: y\n", 41)))).Rule);

    [Theory]
    [InlineData("get")]
    [InlineData("TRACE")]
    [InlineData("CONNECT")]
    [InlineData("GET / HTTP/1.1\r\nX: y\r\n\r\nGET")]
    [InlineData("")]
    public void Belong_to_a_method_of_the_list_or_none(string method) =>
        Assert.Equal("method", Assert.Throws<OutgoingRefusedException>(() => OutgoingMethod.Parse(method)).Rule);

    [Theory]
    [InlineData("text")]
    [InlineData("text/plain\r\nX: y")]
    [InlineData("text/plain; x=\"ä\"")]
    public void Name_a_media_type_and_nothing_else_as_the_content_type(string type)
    {
        Assert.True(Origin.TryParse("http://127.0.0.1:8080", out var own));
        var draft = new RequestDraft { Method = "POST", Url = "/x", ContentType = type, Body = "x" };

        Assert.Equal("header", Assert.Throws<OutgoingRefusedException>(() => draft.ToRequest(own)).Rule);
    }
}
