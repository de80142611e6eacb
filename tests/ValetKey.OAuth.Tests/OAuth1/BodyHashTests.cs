using System.Net.Http.Headers;
using System.Text;
using CsCheck;

namespace ValetKey.OAuth.Tests.OAuth1;

public sealed class BodyHashTests
{
    private static readonly OAuth1Consumer Consumer = new("example.com", "secret") { BodyHash = true };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Covers_any_body_with_any_method() => await Gen.Select(Any.SignatureMethod, Gen.Byte.Array[0, 200], Gen.Int[0, 300]).SampleAsync(async (method, body, at) =>
    {
        var server = new Checks(Consumer);
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://127.0.0.1/r") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        await (Consumer with { SignatureMethod = method }).WithoutToken().AuthorizeAsync(request, Stop);
        var received = await Checks.Received(request);
        var changed = at < body.Length ? [.. body[..at], (byte)(body[at] ^ 1), .. body[(at + 1)..]] : new byte[body.Length + 1];
        Assert.Equal("oauth_body_hash is not the hash of the body that arrived.", (await server.RefusalOf(received with { Body = changed }))?.Meaning);
        Assert.Null(await server.ProblemOf(received));
    }, iter: 100);

    [Theory]
    [InlineData("HMAC-SHA1", "Lve95gjOVATpfV8EL5X4nxwjKHE=")]               // of "Hello World!", as the extension's appendix has it
    [InlineData("HMAC-SHA256", "f4OxZX/x/FO5LcGBSKHWXfwtSx+j1ncoSt3SABJtkGk=")]
    public void Is_the_hash_of_the_signature_method(string method, string hash) =>
        Assert.Equal(hash, BodyHash.Of(SignatureMethod.Parse(method, null), Encoding.ASCII.GetBytes("Hello World!")));

    [Fact]
    public async Task Is_that_of_nothing_for_a_request_without_a_body()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1/r");
        Assert.Contains(Consumer.WithoutToken().Explain(request).Parameters, p => p is { Name: "oauth_body_hash", Value: "2jmj7l5rSw0yVb/vlWAYkK/YBwk=" });
        await Consumer.WithoutToken().AuthorizeAsync(request, Stop);
        Assert.Null(await new Checks(Consumer).ProblemOf(await Checks.Received(request)));
    }

    [Fact]
    public async Task Is_not_sent_beside_a_form_which_is_signed_itself()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://127.0.0.1/r") { Content = FormContent.Of([new("a", "b")]) };
        await Consumer.WithoutToken().AuthorizeAsync(request, Stop);
        Assert.DoesNotContain("oauth_body_hash", request.Headers.Authorization!.Parameter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stays_right_when_the_request_is_signed_again()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://127.0.0.1/r") { Content = new StringContent("{}", null, "application/json") };
        await Consumer.WithoutToken().AuthorizeAsync(request, Stop);
        request.Content = new StringContent("[]", null, "application/json");
        await Consumer.WithoutToken().AuthorizeAsync(request, Stop);
        Assert.Null(await new Checks(Consumer).ProblemOf(await Checks.Received(request)));
    }

    [Fact]
    public async Task Leaves_other_bodies_alone_when_it_is_off()
    {
        await using var unread = new UnreadableStream();
        using var parts = new MultipartFormDataContent { { new StreamContent(unread), "file", "file.bin" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://127.0.0.1/r") { Content = parts };
        await (Consumer with { BodyHash = false }).WithoutToken().AuthorizeAsync(request, Stop);
        Assert.Equal(new AuthenticationHeaderValue("OAuth").Scheme, request.Headers.Authorization!.Scheme);
        await Assert.ThrowsAsync<NotSupportedException>(() => Consumer.WithoutToken().AuthorizeAsync(request, Stop));
    }
}
