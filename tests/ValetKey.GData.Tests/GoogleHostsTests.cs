namespace ValetKey.GData.Tests;

public sealed class GoogleHostsTests
{
    [Theory]
    [InlineData("https://www.google.com/a?b", "https://www.google.com/a?b")]
    [InlineData("http://apps-apis.google.com/a%2Fb", "https://apps-apis.google.com/a%2Fb")]
    [InlineData("http://127.0.0.1:8080/a", "http://127.0.0.1:8080/a")]
    [InlineData("http://www.example.com/", "http://www.example.com/")]
    public void Are_googles_own_over_https(string address, string expected) => Assert.Equal(expected, GoogleHosts.Google.Locate(new(address)).AbsoluteUri);

    [Theory]
    [InlineData("https://www.google.com/a%2Fb?c=%2B", "http://127.0.0.1:8080/a%2Fb?c=%2B")]
    [InlineData("http://docs.googleusercontent.com/a", "http://127.0.0.1:8080/a")]
    [InlineData("https://www.googleapis.com/a", "http://127.0.0.1:8080/a")]
    [InlineData("https://google.com/a", "http://127.0.0.1:8080/a")]
    [InlineData("https://google.com.example.com/a", "https://google.com.example.com/a")]
    [InlineData("https://notgoogle.com/a", "https://notgoogle.com/a")]
    [InlineData("https://www.google.com:8443/a", "https://www.google.com:8443/a")]
    public void Can_be_another_server(string address, string expected) => Assert.Equal(expected, GoogleHosts.At("http://127.0.0.1:8080").Locate(new(address)).AbsoluteUri);

    [Theory]
    [InlineData("127.0.0.1:8080")]
    [InlineData("localhost")]
    [InlineData("ftp://localhost")]
    [InlineData("http://localhost/path")]
    [InlineData("http://user@localhost")]
    [InlineData("")]
    public void Are_an_origin_and_nothing_else(string origin) =>
        Assert.Contains("write it as http://127.0.0.1:8080", Assert.Throws<ArgumentException>(() => GoogleHosts.At(origin)).Message, StringComparison.Ordinal);

    [Fact]
    public void Are_where_the_environment_says()
    {
        Assert.Same(GoogleHosts.Google, GoogleHosts.Of(null));
        Assert.Same(GoogleHosts.Google, GoogleHosts.Of(""));
        Assert.Equal("http://127.0.0.1:8080", GoogleHosts.Of("http://127.0.0.1:8080").ToString());
        Assert.Contains("VALETKEY_GOOGLE is 'here'", Assert.Throws<FormatException>(() => GoogleHosts.Of("here")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Show_where_they_are()
    {
        Assert.Equal("http://127.0.0.1:8080", GoogleHosts.At("http://127.0.0.1:8080/").ToString());
        Assert.Equal("Google's hosts", GoogleHosts.Google.ToString());
    }
}
