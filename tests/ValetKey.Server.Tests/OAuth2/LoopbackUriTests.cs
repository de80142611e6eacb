using ValetKey.Server.OAuth2.Authorize;

namespace ValetKey.Server.Tests.OAuth2;

public sealed class LoopbackUriTests
{
    [Theory]
    [InlineData("http://127.0.0.1", "127.0.0.1", false, "/")]
    [InlineData("http://127.0.0.1:8080", "127.0.0.1", false, "/")]
    [InlineData("http://[::1]:65535/cb?a=1", "[::1]", false, "/cb?a=1")]
    [InlineData("http://localhost:1/", "localhost", false, "/")]
    [InlineData("http://localhost:*/cb", "localhost", true, "/cb")]
    public void Is_read_in_its_three_literal_spellings(string uri, string host, bool hasAnyPort, string path) =>
        Assert.Equal(new LoopbackUri(host, hasAnyPort, path), LoopbackUri.Parse(uri));

    [Theory]
    [InlineData("https://127.0.0.1/")]
    [InlineData("HTTP://127.0.0.1/")]
    [InlineData("http://127.0.0.1.example/")]
    [InlineData("http://127.0.0.1?x")]
    [InlineData("http://127.0.0.1:")]
    [InlineData("http://127.0.0.1:080808/")]
    [InlineData("http://127.0.0.1:80@evil.example/")]
    [InlineData("http://localhost.")]
    [InlineData("http://LOCALHOST/")]
    [InlineData("http://[::1")]
    [InlineData("http://")]
    [InlineData("")]
    public void Is_nothing_else(string uri) => Assert.Null(LoopbackUri.Parse(uri));
}
