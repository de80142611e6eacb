using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace ValetKey.Server.Tests.OAuth2;

/// <summary>How a client proves itself at the token endpoint (RFC 6749 §2.3), and what the endpoint reads at all.</summary>
public sealed class ClientAuthenticationTests(OAuth2Server server) : IClassFixture<OAuth2Server>
{
    private const string Form = "application/x-www-form-urlencoded";

    [Theory]
    [InlineData("web.example", "web-secret")]
    [InlineData("web%2Eexample", "web%2Dsecret")]
    public async Task Works_by_basic_encoded_or_not(string id, string secret)
    {
        var answer = await Post("grant_type=refresh_token&refresh_token=x", Basic(id, secret));
        Assert.Equal("invalid_grant", answer.Error);
    }

    [Fact]
    public async Task Works_by_basic_with_the_id_repeated_in_the_body() =>
        Assert.Equal("invalid_grant", (await Post("grant_type=refresh_token&refresh_token=x&client_id=web.example", Basic("web.example", "web-secret"))).Error);

    [Theory]
    [InlineData("client_id=web.example&client_secret=web-secret")]
    [InlineData("client_secret=web-secret")]
    [InlineData("client_id=foreign.example")]
    [InlineData("client_assertion=x&client_assertion_type=y")]
    public async Task By_basic_and_otherwise_or_for_two_clients_is_invalid_request(string more)
    {
        var answer = await Post("grant_type=refresh_token&refresh_token=x&" + more, Basic("web.example", "web-secret"));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_request"), (answer.Status, answer.Error));
    }

    [Theory]
    [InlineData("client_id=web.example&client_secret=web-secret&client_assertion=x")]
    [InlineData("client_id=web.example&client_id=web.example&client_secret=web-secret")]
    [InlineData("client_id=web.example&client_secret=web-secret&client_secret=web-secret")]
    public async Task Twice_in_the_body_is_invalid_request(string credentials)
    {
        var answer = await Post("grant_type=refresh_token&refresh_token=x&" + credentials);
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_request"), (answer.Status, answer.Error));
    }

    [Theory]
    [InlineData("")]
    [InlineData("client_id=web.example")]
    [InlineData("client_id=web.example&client_secret=")]
    [InlineData("client_id=web.example&client_secret=wrong")]
    [InlineData("client_id=web.example&client_secret=foreign-secret")]
    [InlineData("client_id=WEB.example&client_secret=web-secret")]
    [InlineData("client_id=nobody.example&client_secret=web-secret")]
    [InlineData("client_id=public.example&client_secret=")]
    [InlineData("client_id=public.example&client_secret=x")]
    [InlineData("client_id=nobody.example")]
    [InlineData("client_id=web.example&client_assertion=x&client_assertion_type=y")]
    public async Task Failed_is_401_invalid_client_with_a_challenge(string credentials) =>
        AssertInvalidClient(await Post("grant_type=refresh_token&refresh_token=x&" + credentials));

    [Theory]
    [InlineData("web.example", "wrong")]
    [InlineData("nobody.example", "web-secret")]
    [InlineData("public.example", "")]
    public async Task Failed_by_basic_is_401_invalid_client_with_a_challenge(string id, string secret) =>
        AssertInvalidClient(await Post("grant_type=refresh_token&refresh_token=x", Basic(id, secret)));

    [Theory]
    [InlineData("Basic", "!!!")]
    [InlineData("Basic", "d2ViLmV4YW1wbGU=")]       // no colon
    [InlineData("Basic", "Og==")]                   // nothing but a colon
    [InlineData("Bearer", "ya29.x")]
    public async Task By_a_header_that_is_not_basic_is_401(string scheme, string parameter) =>
        AssertInvalidClient(await Post("grant_type=refresh_token&refresh_token=x&client_id=public.example", new(scheme, parameter)));

    [Fact]
    public async Task By_the_query_is_401_and_together_with_another_way_400()
    {
        AssertInvalidClient(await Post("grant_type=refresh_token&refresh_token=x&client_id=web.example", path: "/o/oauth2/token?client_secret=web-secret"));
        var twice = await Post("grant_type=refresh_token&refresh_token=x&client_id=web.example&client_secret=web-secret", path: "/o/oauth2/token?client_secret=web-secret");
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_request"), (twice.Status, twice.Error));
    }

    [Fact]
    public async Task Of_an_unknown_client_and_with_a_wrong_secret_gets_the_same_answer()
    {
        var unknown = await Post("grant_type=refresh_token&refresh_token=x&client_id=nobody.example&client_secret=web-secret");
        var wrong = await Post("grant_type=refresh_token&refresh_token=x&client_id=web.example&client_secret=nobodys-secret");
        Assert.Equal((unknown.Status, unknown.Body, unknown.WwwAuthenticate), (wrong.Status, wrong.Body, wrong.WwwAuthenticate));
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("multipart/form-data; boundary=x", "--x--")]
    [InlineData("text/plain", "grant_type=refresh_token")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-16", "grant_type=refresh_token")]
    public async Task Is_read_from_a_form_alone(string type, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/o/oauth2/token") { Content = new StringContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await server.Send(request)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("; charset=UTF-8")]
    [InlineData("; charset=\"utf-8\"")]
    [InlineData("; charset=us-ascii")]
    [InlineData("; charset=ISO-8859-1")]
    public async Task Is_read_whatever_character_set_of_escaped_text_a_client_names(string charset)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/o/oauth2/token") { Content = new StringContent("client_id=public.example&grant_type=refresh_token&refresh_token=x") };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(Form + charset);
        Assert.Equal("invalid_grant", (await server.Send(request)).Error);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Is_read_from_a_form_of_a_mebibyte_at_most(bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/o/oauth2/token") { Content = new StringContent("a=" + new string('a', 1024 * 1024), Encoding.ASCII, Form) };
        request.Headers.TransferEncodingChunked = chunked;
        request.Headers.ExpectContinue = true;
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await server.Send(request)).Status);
    }

    [Theory]
    [InlineData("grant_type=%&client_id=web.example", "invalid_request")]
    [InlineData("client_id=web.example&client_secret=web-secret", "invalid_request")]
    [InlineData("client_id=web.example&client_secret=web-secret&grant_type=password", "unsupported_grant_type")]
    [InlineData("client_id=web.example&client_secret=web-secret&grant_type=refresh_token&grant_type=refresh_token&refresh_token=x", "invalid_request")]
    [InlineData("client_id=web.example&client_secret=web-secret&grant_type=refresh_token&refresh_token=x&refresh_token=y", "invalid_request")]
    public async Task Comes_after_the_form_can_be_read(string body, string error)
    {
        var answer = await Post(body);
        Assert.Equal((HttpStatusCode.BadRequest, error), (answer.Status, answer.Error));
    }

    private static AuthenticationHeaderValue Basic(string id, string secret) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{secret}")));

    private static void AssertInvalidClient(Answer answer)
    {
        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_client"), (answer.Status, answer.Error));
        Assert.StartsWith("Basic realm=", answer.WwwAuthenticate, StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
    }

    private async Task<Answer> Post(string body, AuthenticationHeaderValue? authorization = null, string path = "/o/oauth2/token")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.ASCII, Form) };
        request.Headers.Authorization = authorization;
        return await server.Send(request);
    }
}
