namespace ValetKey.OAuth.Tests.OAuth1;

public sealed class HeaderForTests
{
    private static readonly OAuth1Consumer Consumer = new("example.com", "secret") { Timestamp = "1700000000", Nonce = "nonce", Realm = "r \"x\"" };
    private static readonly OAuth1Token Token = new("1/AbC", "token-secret");

    [Theory]
    [InlineData("http://example.com/r?q=a%20b+c&d&e=%2B")]
    [InlineData("https://example.com:443/")]
    [InlineData("http://example.com?a=1")]
    [InlineData("HTTP://EXAMPLE.com:8080/%C3%A9?%C3%BC=%E4%B8%96")]
    public async Task Is_the_header_of_the_request_message(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        await Consumer.With(Token).AuthorizeAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(request.Headers.Authorization!.ToString(), Consumer.With(Token).HeaderFor("GET", address));
    }

    [Fact]
    public void Signs_the_path_as_it_stands()
    {
        var server = new Checks(new("example.com", "secret"), [Token]);
        var header = new OAuth1Consumer("example.com", "secret").With(Token).HeaderFor("GET", "http://example.com/%7Ea/%2e%2e/%41?x=%7e");
        Assert.True(server.IsSigned(new("GET", "http", "example.com", "/%7Ea/%2e%2e/%41?x=%7e", header), Token));
        Assert.False(server.IsSigned(new("GET", "http", "example.com", "/A?x=~", header), Token));
    }

    [Theory]
    [InlineData("/r")]
    [InlineData("ftp://example.com/")]
    [InlineData("http://")]
    [InlineData("http://user@example.com/")]
    [InlineData("http://example.com/é")]
    [InlineData("http://example.com/a b")]
    [InlineData("http://example.com/?a=%zz")]
    public void Refuses_what_can_not_be_sent(string address) => Assert.Throws<ArgumentException>(() => Consumer.With(Token).HeaderFor("GET", address));

    [Fact]
    public void Needs_a_known_token_and_the_header()
    {
        Assert.Throws<InvalidOperationException>(() => Consumer.With(new MemoryTokenStore()).HeaderFor("GET", "http://example.com/"));
        Assert.Throws<InvalidOperationException>(() => (Consumer with { Transmission = ParameterTransmission.Query }).With(Token).HeaderFor("GET", "http://example.com/"));
    }

    [Fact]
    public void Carries_what_more_is_sent_with_each_request() => Assert.Contains("xoauth_requestor_id=\"liz%40example.com\"",
        (Consumer with { MoreParameters = [new("xoauth_requestor_id", "liz@example.com")] }).WithoutToken().HeaderFor("GET", "http://example.com/"), StringComparison.Ordinal);
}
