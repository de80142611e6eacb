using ValetKey.Server.OAuth2.Authorize;

namespace ValetKey.Server.Tests.OAuth2;

public sealed class LoopbackUriTests
{
    [Theory]
    [InlineData("http://127.0.0.1", "127.0.0.1", "", "/")]
    [InlineData("http://127.0.0.1:8080", "127.0.0.1", ":8080", "/")]
    [InlineData("http://[::1]:65535/cb?a=1", "[::1]", ":65535", "/cb?a=1")]
    [InlineData("http://localhost:1/", "localhost", ":1", "/")]
    [InlineData("http://localhost:*/cb", "localhost", ":*", "/cb")]
    public void Is_read_in_its_three_literal_spellings(string uri, string host, string port, string path) =>
        Assert.Equal(new LoopbackUri(host, port, path), LoopbackUri.Parse(uri));

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
