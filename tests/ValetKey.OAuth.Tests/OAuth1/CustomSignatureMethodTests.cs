using System.Security.Cryptography;
using System.Text;

namespace ValetKey.OAuth.Tests.OAuth1;

public sealed class CustomSignatureMethodTests
{
    private static readonly SignatureMethod Sha384 = SignatureMethod.Custom("HMAC-SHA384", (text, consumer, token) =>
        Convert.ToBase64String(HMACSHA384.HashData(Encoding.UTF8.GetBytes(SigningKey.Of(consumer, token).Reveal()), Encoding.UTF8.GetBytes(text))));

    [Theory]
    [InlineData(ParameterTransmission.Header)]
    [InlineData(ParameterTransmission.Query)]
    public async Task Is_signed_and_verified_where_both_were_given_it(ParameterTransmission transmission)
    {
        var consumer = new OAuth1Consumer("example.com", "secret") { SignatureMethod = Sha384, Transmission = transmission };
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1/r?a=b");
        await consumer.WithoutToken().AuthorizeAsync(request, TestContext.Current.CancellationToken);
        var received = await Checks.Received(request);
        Assert.Null(await new Checks(consumer, methods: [.. SignatureMethod.All, Sha384]).ProblemOf(received));
        Assert.Equal("signature_invalid", await new Checks(new("example.com", "other"), methods: [Sha384]).ProblemOf(received));
        Assert.Equal("signature_method_rejected", await new Checks(consumer).ProblemOf(received));       // nobody else knows it
        Assert.False(SignatureMethod.TryParse("HMAC-SHA384", null, out _));
    }

    [Fact]
    public async Task May_verify_by_other_means_than_it_signs()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var ecdsa = SignatureMethod.Custom("ECDSA-SHA256",
            (text, _, _) => Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256)),
            (text, signature, _, _) => key.VerifyData(Encoding.UTF8.GetBytes(text), Convert.FromBase64String(signature), HashAlgorithmName.SHA256));
        var consumer = new OAuth1Consumer("example.com", Secret.Empty) { SignatureMethod = ecdsa };
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1/r");
        await consumer.WithoutToken().AuthorizeAsync(request, TestContext.Current.CancellationToken);
        Assert.Null(await new Checks(consumer, methods: [ecdsa]).ProblemOf(await Checks.Received(request)));
    }
}
