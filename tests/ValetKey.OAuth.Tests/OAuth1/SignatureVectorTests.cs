using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Time.Testing;

namespace ValetKey.OAuth.Tests.OAuth1;

public sealed class SignatureVectorTests
{
    public static TheoryData<string> Cases => Vectors.Names(SignatureCase.All);

    [Theory, MemberData(nameof(Cases))]
    public async Task Is_signed_as_the_published_answer_has_it(string name) => await SignAsync(SignatureCase.Named(name));

    [Theory, MemberData(nameof(Cases))]
    public async Task Is_explained_with_the_base_string_of_the_published_answer(string name)
    {
        var known = SignatureCase.Named(name);
        var request = known.Unsigned();
        var credentials = CredentialsOf(known);
        await credentials.SignAsync(request, known.Extra, TestContext.Current.CancellationToken);
        var explanation = credentials.Explain(request);
        Assert.Equal(known.SignatureMethod == SignatureMethod.Plaintext ? explanation.MaskedKey : known.Signature, explanation.Signature);
        if (known.HasNonce)
        {
            Assert.Equal(known.BaseString, explanation.BaseString);
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task Is_verified(string name) => await VerifyAsync(SignatureCase.Named(name));

    [Theory, MemberData(nameof(Cases))]
    public void Has_the_published_key(string name)
    {
        var known = SignatureCase.Named(name);
        if (known.SigningKey is not null)
        {
            Assert.Equal(known.SigningKey, SigningKey.Of(known.ConsumerSecret, known.TokenSecret).Reveal());
        }
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("th-TH")]
    public async Task Does_not_depend_on_the_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            foreach (var json in SignatureCase.All.EnumerateArray())
            {
                await SignAsync(new(json));
                await VerifyAsync(new(json));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static OAuth1Credentials CredentialsOf(SignatureCase known) => known.Token is { } token ? known.Consumer.With(token) : known.Consumer.WithoutToken();

    private static async Task SignAsync(SignatureCase known)
    {
        var request = known.Unsigned();
        await CredentialsOf(known).SignAsync(request, known.Extra, TestContext.Current.CancellationToken);
        switch (known.Transmission)
        {
            case ParameterTransmission.Header when known.HasNonce:
                Assert.Equal(known.Header, request.Headers.Authorization!.ToString());
                break;
            case ParameterTransmission.Header:      // PLAINTEXT without a nonce; ours sends one, which changes nothing else
                Assert.True(AuthorizationHeader.TryParse(request.Headers.Authorization!.ToString(), out var sent, out _));
                Assert.Equal(known.Header, (sent with { Parameters = [.. sent.Parameters.Where(p => p.Name is not (ProtocolParameter.Nonce or ProtocolParameter.Timestamp))] }).ToString());
                break;
            case ParameterTransmission.Query:
                Assert.Equal(Sorted(known.Url.Split('?')[1]), Sorted(request.RequestUri!.AbsoluteUri.Split('?')[1]));
                break;
            default:
                Assert.Equal(Sorted(known.Form!), Sorted(await request.Content!.ReadAsStringAsync(TestContext.Current.CancellationToken)));
                break;
        }
    }

    private static async Task VerifyAsync(SignatureCase known)
    {
        var store = new MemoryVerifierStore();
        RSA[] keys = known.PrivateKey is { } key ? [key] : [];
        store.Consumers.Add(known.ConsumerKey, new(known.ConsumerKey, known.ConsumerSecret, keys, [known.SignatureMethod], Enabled: true) { MayActAlone = true });
        var endpoint = known.Extra.Any(p => p.Name == ProtocolParameter.Callback) ? OAuth1Endpoint.RequestToken
            : known.Extra.Any(p => p.Name == ProtocolParameter.Verifier) ? OAuth1Endpoint.AccessToken
            : OAuth1Endpoint.Resource;
        if (known.Token is { Token.Length: > 0 } token)
        {
            store.Tokens.Add(token.Token, new(token.Token, token.TokenSecret, known.ConsumerKey, endpoint == OAuth1Endpoint.AccessToken ? OAuth1TokenState.ApprovedRequest : OAuth1TokenState.Access));
            store.Verifiers.Add(token.Token, known.Extra.FirstOrDefault(p => p.Name == ProtocolParameter.Verifier).Value ?? "");
        }

        var time = new FakeTimeProvider(known.Time);
        var verifier = new RequestVerifier(store, new MemoryNonceStore(time, TimeSpan.FromMinutes(5)) { RefuseBefore = DateTimeOffset.UnixEpoch },
            new OAuth1VerifierOptions { RequestTokenParameters = [ProtocolParameter.Callback] }, time);
        var verification = await verifier.VerifyAsync(known.Received(), endpoint, TestContext.Current.CancellationToken);
        Assert.IsType<OAuth1Verification.Verified>(verification);

        if (known.HasNonce)
        {
            var replay = await verifier.VerifyAsync(known.Received(), endpoint, TestContext.Current.CancellationToken);
            Assert.Equal("nonce_used", Assert.IsType<OAuth1Verification.Refused>(replay).Problem.Code);
        }
    }

    private static string Sorted(string form) => string.Join("\n", FormEncoding.Decode(form).Select(p => $"{p.Name}={p.Value}").Order(StringComparer.Ordinal));
}
