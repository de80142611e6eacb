namespace ValetKey.OAuth.Tests;

public sealed class GoogleOriginTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8080")]
    [InlineData("https://google.example/")]
    public void Is_scheme_host_and_port(string text) => Assert.Equal(new Uri(text), GoogleOrigin.Read(text));

    [Theory]
    [InlineData("127.0.0.1:8080")]
    [InlineData("http://127.0.0.1:8080/path")]
    [InlineData("http://127.0.0.1:8080?x")]
    [InlineData("http://user@127.0.0.1:8080")]
    [InlineData("ftp://127.0.0.1")]
    public void Of_another_form_is_refused_with_the_right_one(string text) =>
        Assert.Contains("http://127.0.0.1:8080.", Assert.Throws<FormatException>(() => GoogleOrigin.Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Moves_googles_paths()
    {
        Assert.Equal("http://127.0.0.1:8080/o/oauth2/token", OAuth2Endpoints.At(new Uri("http://127.0.0.1:8080")).Token.AbsoluteUri);
        Assert.Equal("https://accounts.google.com/o/oauth2/auth", OAuth2Endpoints.Default.Authorize.AbsoluteUri);
        Assert.Equal("https://www.google.com/accounts/OAuthGetRequestToken", OAuth1Endpoints.Default.RequestToken.AbsoluteUri);
    }
}
