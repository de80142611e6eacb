using System.Security.Cryptography;
using CsCheck;

namespace ValetKey.OAuth.Tests.OAuth1;

public sealed class SignedRequestTests
{
    private static readonly RSA Key = RsaKey.ReadPrivate(File.ReadAllText(Vectors.PathOf("keys/rsa-test-key-1.pem")));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_verified_as_it_was_signed() =>
        await Gen.Select(Any.SignatureMethod, Any.Transmission, Any.Parameters, Any.Parameters, Any.Text, Any.Text, Any.Text.Where(t => t.Length > 0), Any.Text.Array[0, 3])
            .SampleAsync(async (method, transmission, query, form, consumerSecret, tokenSecret, token, path) =>
            {
                var consumer = new OAuth1Consumer("example.com", consumerSecret) { SignatureMethod = method, Transmission = transmission };
                using var request = Request(path, query, form);
                await consumer.With(new OAuth1Token(token, tokenSecret)).AuthorizeAsync(request, Stop);
                Assert.IsType<OAuth1Verification.Verified>(await VerifyAsync(request, consumer, new(token, tokenSecret, "example.com", OAuth1TokenState.Access)));
            }, iter: 300);

    [Fact]
    public async Task Is_verified_as_it_was_signed_with_a_private_key() =>
        await Gen.Select(Gen.OneOf([.. SignatureMethod.All.Where(m => m.IsRsa)]), Any.Transmission, Any.Parameters).SampleAsync(async (method, transmission, query) =>
        {
            var consumer = new OAuth1Consumer("example.com", Key) { SignatureMethod = method, Transmission = transmission };
            using var request = Request([], query, []);
            await consumer.WithoutToken().AuthorizeAsync(request, Stop);
            Assert.IsType<OAuth1Verification.Verified>(await VerifyAsync(request, consumer));
        }, iter: 30);

    [Fact]
    public async Task Is_refused_when_a_parameter_was_changed() =>
        await Gen.Select(Any.Parameters, Any.Parameters).Where((signed, sent) => NormalizedParameters.Of(signed) != NormalizedParameters.Of(sent)).SampleAsync(async (signed, sent) =>
        {
            var consumer = new OAuth1Consumer("example.com", "secret");
            using var request = Request([], signed, []);
            await consumer.WithoutToken().AuthorizeAsync(request, Stop);
            request.RequestUri = Address([], sent);
            Assert.Equal("signature_invalid", Assert.IsType<OAuth1Verification.Refused>(await VerifyAsync(request, consumer)).Problem.Code);
        }, iter: 100);

    [Theory]
    [InlineData(ParameterTransmission.Header)]
    [InlineData(ParameterTransmission.Query)]
    [InlineData(ParameterTransmission.Body)]
    public async Task Is_signed_anew_for_another_hop(ParameterTransmission transmission)
    {
        var consumer = new OAuth1Consumer("example.com", "secret") { Transmission = transmission };
        using var request = Request([], [new("q", "a b")], [new("f", "1")]);
        await consumer.WithoutToken().AuthorizeAsync(request, Stop);
        var first = consumer.WithoutToken().Explain(request);
        request.RequestUri = new Uri(request.RequestUri!.AbsoluteUri + "&gsessionid=1");
        await consumer.WithoutToken().AuthorizeAsync(request, Stop);
        Assert.False(first.Signature == consumer.WithoutToken().Explain(request).Signature);
        Assert.Equal("1", Assert.IsType<OAuth1Verification.Verified>(await VerifyAsync(request, consumer)).Find("gsessionid"));
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080/a%2Fb/%7Euser/%41?x=%7E&y=%2f")]
    [InlineData("http://127.0.0.1:8080/a/../b/./c?x")]
    [InlineData("http://127.0.0.1:8080/é?ü=ö#part")]
    [InlineData("http://[::1]:8080/")]
    [InlineData("http://bücher.example/r")]
    [InlineData("http://example.com:80?x=1")]
    public async Task Is_signed_as_http_client_sends_it(string address)
    {
        var consumer = new OAuth1Consumer("example.com", "secret");
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        await consumer.WithoutToken().AuthorizeAsync(request, Stop);
        Assert.IsType<OAuth1Verification.Verified>(await VerifyAsync(request, consumer));
    }

    [Fact]
    public async Task Is_signed_for_the_host_that_its_header_names()
    {
        var consumer = new OAuth1Consumer("example.com", "secret");
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1:8080/r") { Headers = { Host = "www.example.com" } };
        Assert.Equal("http://www.example.com/r", consumer.WithoutToken().Explain(request).BaseStringUri);
        await consumer.WithoutToken().AuthorizeAsync(request, Stop);
        Assert.IsType<OAuth1Verification.Verified>(await VerifyAsync(request, consumer));
    }

    [Fact]
    public async Task Is_signed_by_a_key_that_never_leaves_its_store()
    {
        using var key = new StoredKey(Key);
        var consumer = new OAuth1Consumer("example.com", key) { SignatureMethod = SignatureMethod.RsaSha256 };
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1/r");
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            using var other = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1/r");
            await consumer.WithoutToken().AuthorizeAsync(other, Stop);
        }));
        await consumer.WithoutToken().AuthorizeAsync(request, Stop);
        Assert.IsType<OAuth1Verification.Verified>(await VerifyAsync(request, new OAuth1Consumer("example.com", Key)));
    }

    [Fact]
    public async Task With_a_token_that_is_null_or_empty_sends_none_or_an_empty_one()
    {
        var consumer = new OAuth1Consumer("example.com", "");
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1/r");
        await consumer.WithoutToken().AuthorizeAsync(request, Stop);
        Assert.DoesNotContain("oauth_token", request.Headers.Authorization!.Parameter!, StringComparison.Ordinal);
        await consumer.With(new OAuth1Token("", "")).AuthorizeAsync(request, Stop);
        Assert.Contains("oauth_token=\"\"", request.Headers.Authorization!.Parameter!, StringComparison.Ordinal);
        Assert.IsType<OAuth1Verification.Verified>(await VerifyAsync(request, consumer));
    }

    [Fact]
    public async Task Needs_an_absolute_address_and_a_form_for_parameters_in_the_body()
    {
        var credentials = new OAuth1Consumer("example.com", "secret").WithoutToken();
        await Assert.ThrowsAsync<ArgumentException>(() => credentials.AuthorizeAsync(new(HttpMethod.Get, "/r"), Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => credentials.AuthorizeAsync(new(HttpMethod.Get, (Uri?)null), Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => credentials.AuthorizeAsync(new(HttpMethod.Get, "ftp://127.0.0.1/"), Stop));
        using var json = new HttpRequestMessage(HttpMethod.Post, "http://127.0.0.1/r") { Content = new StringContent("{}", null, "application/json") };
        var body = (new OAuth1Consumer("example.com", "secret") { Transmission = ParameterTransmission.Body }).WithoutToken();
        await Assert.ThrowsAsync<InvalidOperationException>(() => body.AuthorizeAsync(json, Stop));
    }

    [Fact]
    public void Signs_by_the_method_that_its_key_allows()
    {
        Assert.Equal(SignatureMethod.HmacSha1, new OAuth1Consumer("k", "s").SignatureMethod);
        Assert.Equal(SignatureMethod.RsaSha1, new OAuth1Consumer("k", Key).SignatureMethod);
        Assert.Throws<ArgumentException>(() => new OAuth1Consumer("k", "s") { SignatureMethod = SignatureMethod.RsaSha1 });
        Assert.Throws<ArgumentException>(() => new OAuth1Consumer("k", Key) { SignatureMethod = SignatureMethod.HmacSha1 });
    }

    private static HttpRequestMessage Request(string[] path, Parameter[] query, Parameter[] form) =>
        new(HttpMethod.Post, Address(path, query)) { Content = form.Length == 0 ? null : new StringContent(FormEncoding.Encode(form), null, "application/x-www-form-urlencoded") };

    private static Uri Address(string[] path, Parameter[] query) => new(
        $"https://127.0.0.1:8080/{string.Join('/', path.Select(PercentEncoding.Encode))}?{FormEncoding.Encode(query)}",
        new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = path.Length % 2 == 0 });

    private static async Task<OAuth1Verification> VerifyAsync(HttpRequestMessage request, OAuth1Consumer consumer, VerifiedToken? token = null)
    {
        var store = new MemoryVerifierStore();
        RSA[] keys = consumer.PrivateKey is { } key ? [key] : [];
        store.Consumers.Add(consumer.Key, new(consumer.Key, consumer.Secret, keys, SignatureMethod.All, Enabled: true) { MayActAlone = true });
        if (token is not null)
        {
            store.Tokens.Add(token.Token, token);
        }

        var form = request.Content is null ? null : await request.Content.ReadAsStringAsync(Stop);
        var uri = request.RequestUri!;
        var host = request.Headers.Host ?? (uri.HostNameType == UriHostNameType.IPv6 ? uri.Authority : uri.IsDefaultPort ? uri.IdnHost : $"{uri.IdnHost}:{uri.Port}");
        var received = new ReceivedRequest(request.Method.Method, uri.Scheme, host, uri.PathAndQuery, request.Headers.Authorization?.ToString(), request.Content?.Headers.ContentType?.ToString(), form);
        var nonces = new MemoryNonceStore(TimeProvider.System, TimeSpan.FromMinutes(5)) { RefuseBefore = DateTimeOffset.UnixEpoch };
        return await new RequestVerifier(store, nonces, new(), TimeProvider.System).VerifyAsync(received, OAuth1Endpoint.Resource, Stop);
    }

    /// <summary>A key of which nothing but signing can be had.</summary>
    private sealed class StoredKey(RSA inside) : RSA
    {
        public override byte[] SignHash(byte[] hash, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding) => inside.SignHash(hash, hashAlgorithm, padding);

        public override RSAParameters ExportParameters(bool includePrivateParameters) => throw new CryptographicException("The key stays here.");

        public override void ImportParameters(RSAParameters parameters) => throw new CryptographicException("The key stays here.");
    }
}
