namespace ValetKey.OAuth.Tests.OAuth1;

public sealed class BaseStringUriTests
{
    [Theory]
    [InlineData("HTTP", "EXAMPLE.COM:80", "/r%20v/X", "http://example.com/r%20v/X")]       // RFC 5849 §3.4.1.2
    [InlineData("https", "www.example.net:8080", "/", "https://www.example.net:8080/")]
    [InlineData("https", "example.com:443", "", "https://example.com/")]
    [InlineData("https", "example.com:80", "/", "https://example.com:80/")]
    [InlineData("http", "example.com:", "/", "http://example.com/")]
    [InlineData("http", "[::1]:80", "/", "http://[::1]/")]
    [InlineData("http", "[::1]", "/", "http://[::1]/")]
    [InlineData("http", "[FE80::1]:8080", "/", "http://[fe80::1]:8080/")]
    [InlineData("http", "h", "/a//b/./%2e%2E/%7e", "http://h/a//b/./%2e%2E/%7e")]
    public void Keeps_the_path_and_drops_the_default_port(string scheme, string authority, string path, string uri) =>
        Assert.Equal(uri, BaseStringUri.Of(scheme, authority, path));
}
