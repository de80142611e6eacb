namespace ValetKey.OAuth.Tests.OAuth1;

public sealed class SignatureExplanationTests
{
    private static readonly OAuth1Consumer Consumer = new("example.com", "demo-secret-of-example-com") { Timestamp = "1700000000", Nonce = "n", Realm = "r" };
    private static readonly OAuth1Token Token = new("1/t", "token-secret");

    [Theory]
    [InlineData(ParameterTransmission.Header)]
    [InlineData(ParameterTransmission.Query)]
    [InlineData(ParameterTransmission.Body)]
    public async Task Says_of_each_part_where_it_comes_from_and_changes_nothing(ParameterTransmission transmission)
    {
        var credentials = (Consumer with { Transmission = transmission }).With(Token);
        using var request = Request();
        var before = credentials.Explain(request);
        Assert.Null(request.Headers.Authorization);
        await credentials.AuthorizeAsync(request, TestContext.Current.CancellationToken);
        var (url, header, body) = (request.RequestUri, request.Headers.Authorization, await request.Content!.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var after = credentials.Explain(request);

        Assert.Equal((url, header, body), (request.RequestUri, request.Headers.Authorization, await request.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(
            "oauth_consumer_key:ProtocolParameter oauth_nonce:ProtocolParameter oauth_signature_method:ProtocolParameter oauth_timestamp:ProtocolParameter "
            + "oauth_token:ProtocolParameter oauth_version:ProtocolParameter q:Query f:Form",
            string.Join(' ', after.Parameters.OrderBy(p => p.Source).ThenBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{p.Name}:{p.Source}")));
        Assert.Equal("q=a%20b", after.Parameters.Single(p => p.Name == "q").Encoded);
        Assert.Equal((before.BaseString, before.Signature, before.NormalizedParameters), (after.BaseString, after.Signature, after.NormalizedParameters));
        Assert.Equal("http://127.0.0.1:8080/r", after.BaseStringUri);
    }

    [Theory]
    [InlineData("demo-secret-of-example-com", "ts", "demo-••••&••••")]
    [InlineData("anonymous", "", "an••••&")]
    [InlineData("abc", "ts", "••••&••••")]
    [InlineData("", "", "&")]
    [InlineData("🔑🔑🔑", "", "••••&")]
    public void Shows_of_the_key_the_first_letters_at_most(string consumerSecret, string tokenSecret, string masked) =>
        Assert.Equal(masked, new OAuth1Consumer("k", consumerSecret).With(new OAuth1Token("t", tokenSecret)).Explain(Request()).MaskedKey);

    [Fact]
    public void Shows_no_plaintext_signature()
    {
        var explanation = (Consumer with { SignatureMethod = SignatureMethod.Plaintext }).With(Token).Explain(Request());
        Assert.Equal(explanation.MaskedKey, explanation.Signature);
        Assert.DoesNotContain("secret", explanation.ToString(), StringComparison.Ordinal);
    }

    private static HttpRequestMessage Request() => new(HttpMethod.Post, "http://127.0.0.1:8080/r?q=a+b") { Content = new StringContent("f=1", null, "application/x-www-form-urlencoded") };
}
