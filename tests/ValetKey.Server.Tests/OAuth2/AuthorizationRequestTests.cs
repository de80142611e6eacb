using System.Net;
using System.Text;

namespace ValetKey.Server.Tests.OAuth2;

/// <summary>What the authorization endpoint makes of its parameters (RFC 6749 §4.1.1, in Google's dialect).</summary>
public sealed class AuthorizationRequestTests(OAuth2Server server) : IClassFixture<OAuth2Server>
{
    [Theory]
    [InlineData("response_type", null, "invalid_request")]
    [InlineData("response_type", "", "invalid_request")]
    [InlineData("response_type", "none", "unsupported_response_type")]
    [InlineData("response_type", "CODE", "unsupported_response_type")]
    [InlineData("scope", null, "invalid_request")]
    [InlineData("scope", " ", "invalid_request")]
    [InlineData("scope", "https://www.google.com/calendar/feeds.evil/", "invalid_scope")]
    [InlineData("scope", "https://www.google.com/calendar/feeds/../", "invalid_scope")]
    [InlineData("scope", "https://www.google.com/Calendar/feeds/", "invalid_scope")]
    [InlineData("scope", "https://www.google.com/calendar/feeds/ everything", "invalid_scope")]
    [InlineData("access_type", "always", "invalid_request")]
    [InlineData("approval_prompt", "never", "invalid_request")]
    [InlineData("prompt", "maybe", "invalid_request")]
    [InlineData("prompt", "none consent", "invalid_request")]
    [InlineData("include_granted_scopes", "yes", "invalid_request")]
    [InlineData("code_challenge_method", "S256", "invalid_request")]
    [InlineData("code_challenge", TestClient.SomeChallenge, "invalid_request")]
    public async Task A_wrong_value_goes_back_to_the_client_with_error_state_and_issuer(string name, string? value, string error)
    {
        var answer = await Ask((name, value));
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.StartsWith("https://app.example/cb?", answer.Location, StringComparison.Ordinal);
        Assert.Equal((error, "some-state", server.Origin), (answer.Parameter("error"), answer.Parameter("state"), answer.Parameter("iss")));
        Assert.NotEmpty(answer.Parameter("error_description"));
    }

    [Theory]
    [InlineData("token")]
    [InlineData("code token")]
    [InlineData("id_token")]
    public async Task A_response_type_that_scripts_read_is_refused_in_the_fragment(string responseType)
    {
        var answer = await Ask(("response_type", responseType));
        Assert.StartsWith("https://app.example/cb#error=unsupported_response_type&", answer.Location, StringComparison.Ordinal);
        Assert.Contains("&state=some-state&iss=", answer.Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("response_type=code")]
    [InlineData("scope=https%3A%2F%2Fdocs.google.com%2Ffeeds%2F")]
    [InlineData("access_type=offline")]
    [InlineData("%61ccess_type=offline")]
    public async Task A_repeated_parameter_goes_back_as_invalid_request(string again)
    {
        var answer = await (await server.Browse()).Get(OAuth2Server.Authorize(TestClient.Web) + "&" + again);
        Assert.Equal(("invalid_request", "some-state"), (answer.Parameter("error"), answer.Parameter("state")));
    }

    [Fact]
    public async Task A_repeated_state_goes_back_as_invalid_request_without_either()
    {
        var answer = await (await server.Browse()).Get(OAuth2Server.Authorize(TestClient.Web) + "&state=another");
        Assert.Equal(("invalid_request", ""), (answer.Parameter("error"), answer.Parameter("state")));
    }

    [Fact]
    public async Task An_unknown_parameter_is_ignored_also_when_repeated() =>
        Assert.Equal(HttpStatusCode.OK, (await (await server.Browse()).Get(OAuth2Server.Authorize(TestClient.Web, ("prompt", "consent")) + "&hl=de&resource=a&resource=b")).Status);

    [Fact]
    public async Task Prompt_and_approval_prompt_together_go_back_as_invalid_request()
    {
        var answer = await Ask(("approval_prompt", "auto"), ("prompt", "consent"));
        Assert.Equal("invalid_request", answer.Parameter("error"));
    }

    [Theory]
    [InlineData("a%2Bb")]
    [InlineData("a+b")]
    [InlineData("a%20b")]
    [InlineData("%C3%A9%F0%9F%94%91")]
    [InlineData("%c3%a9")]
    [InlineData("x%2F1%26code%3Dy%23")]
    [InlineData("{\"a\":1}")]
    public async Task The_state_comes_back_byte_for_byte(string encoded)
    {
        using var socket = new RawExchange(server.Http.BaseAddress!);
        var answer = await socket.Get(OAuth2Server.Authorize(TestClient.Web, ("state", null), ("prompt", "none")) + "&state=" + encoded);
        Assert.Contains($"&state={encoded}&iss=", RawExchange.LocationOf(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_of_eight_kilobytes_comes_back_whole_by_way_of_consent()
    {
        var state = string.Concat(Enumerable.Repeat("é+", 2730));      // 8190 bytes, three times as many when escaped
        var browser = await server.Browse();
        var allowed = await browser.Press(await browser.Get(OAuth2Server.Authorize(TestClient.Web, ("state", state), ("prompt", "consent"))), "allow");
        Assert.Equal(state, allowed.Parameter("state"));
    }

    [Fact]
    public async Task A_state_over_eight_kilobytes_gets_a_page()
    {
        var answer = await Ask(("state", new string('s', 8193)));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Null(answer.Location);
    }

    [Fact]
    public async Task No_state_gives_none_back()
    {
        var answer = await Ask(("state", null), ("response_type", null));
        Assert.DoesNotContain("state=", answer.Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("&scope=%")]
    [InlineData("&scope=%zz")]
    [InlineData("&scope=%ff%fe")]
    public async Task A_query_that_cannot_be_read_gets_a_page(string tail)
    {
        using var socket = new RawExchange(server.Http.BaseAddress!);
        var answer = await socket.Get(OAuth2Server.Authorize(TestClient.Web, ("scope", null)) + tail);
        Assert.Equal((400, null), (RawExchange.StatusOf(answer), RawExchange.LocationOf(answer)));
    }

    [Theory]
    [InlineData("&p{0}=")]
    [InlineData("&p=")]
    public async Task More_parameters_than_any_request_has_get_a_page(string parameter)
    {
        var many = string.Concat(Enumerable.Range(0, 300).Select(n => parameter.Replace("{0}", $"{n}", StringComparison.Ordinal)));
        var answer = await (await server.Browse()).Get(OAuth2Server.Authorize(TestClient.Web) + many);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Null(answer.Location);
    }

    [Theory]
    [InlineData("everything", "everything")]
    [InlineData("\u00e9\"", "(with characters that no scope has, or too long)")]
    public async Task An_unknown_scope_is_named_in_printable_ascii(string scope, string words)
    {
        var description = (await Ask(("scope", scope))).Parameter("error_description");
        Assert.Contains(words, description, StringComparison.Ordinal);
        Assert.DoesNotContain(description, c => c is < ' ' or > '~' or '"' or '\\');
    }

    [Theory]
    [InlineData("/o/oauth2/auth")]
    [InlineData("/o/oauth2/v2/auth")]
    public async Task A_form_serves_as_well_as_a_query(string path)
    {
        var browser = await server.Browse();
        var stored = await browser.Post(path, TestClient.Web.Parameters().Select(p => (p.Key, p.Value)).Append(("prompt", "consent")));
        Assert.Equal(HttpStatusCode.SeeOther, stored.Status);
        var page = await browser.Get(stored.Location!);
        Assert.Contains("Web application", page.Body, StringComparison.Ordinal);
        Assert.Equal("some-state", (await browser.Press(page, "deny")).Parameter("state"));
    }

    [Fact]
    public async Task A_parameter_in_the_query_and_in_the_form_counts_as_repeated()
    {
        var answer = await (await server.Browse()).Post("/o/oauth2/auth?access_type=offline", TestClient.Web.Parameters().Select(p => (p.Key, p.Value)));
        Assert.Equal("invalid_request", answer.Parameter("error"));
    }

    [Fact]
    public async Task A_form_of_another_type_gets_415()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/o/oauth2/auth") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await server.Send(request)).Status);
    }

    [Theory]
    [InlineData("PUT", "/o/oauth2/auth", "GET, POST")]
    [InlineData("DELETE", "/o/oauth2/v2/auth", "GET, POST")]
    [InlineData("GET", "/o/oauth2/consent", "POST")]
    [InlineData("GET", "/o/oauth2/token", "POST")]
    [InlineData("PUT", "/token", "POST")]
    [InlineData("GET", "/oauth2/v4/token", "POST")]
    [InlineData("DELETE", "/o/oauth2/revoke", "GET, POST")]
    public async Task Another_method_gets_405_that_names_the_right_ones(string method, string path, string allow)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        var answer = await server.Send(request);
        Assert.Equal((HttpStatusCode.MethodNotAllowed, allow), (answer.Status, answer.Headers["Allow"]));
    }

    [Fact]
    public async Task A_refusal_writes_one_line_with_its_reason_and_nothing_into_the_database()
    {
        var before = (server.Count("oauth2_grants"), server.Count("oauth2_tokens"), server.Count("oauth2_authorization_requests"));
        var lines = server.Log.All.Count(line => line.Contains("[1201]", StringComparison.Ordinal));

        await Ask(("scope", "everything\r\nforged line"));

        Assert.Equal(before, (server.Count("oauth2_grants"), server.Count("oauth2_tokens"), server.Count("oauth2_authorization_requests")));
        var line = Assert.Single(server.Log.All.Where(line => line.Contains("[1201]", StringComparison.Ordinal)).Skip(lines));
        Assert.Contains("invalid_scope", line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
    }

    private async Task<Answer> Ask(params (string Name, string? Value)[] changes) => await (await server.Browse()).Get(OAuth2Server.Authorize(TestClient.Web, changes));
}
