using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace ValetKey.OAuth.Tests.OAuth1;

public sealed class RequestVerifierTests
{
    private const long Now = 1_700_000_000;
    private static readonly OAuth1Consumer Consumer = new("example.com", "secret") { Timestamp = "1700000000", Nonce = "nonce" };
    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeSeconds(Now));
    private readonly MemoryVerifierStore _store = new();
    private readonly RequestVerifier _verifier;

    public RequestVerifierTests()
    {
        var nonces = new MemoryNonceStore(_time, TimeSpan.FromMinutes(5)) { RefuseBefore = DateTimeOffset.UnixEpoch };
        _verifier = new(_store, nonces, new(), _time);
        _store.Consumers.Add("example.com", new("example.com", "secret", [], SignatureMethod.All, Enabled: true) { MayActAlone = true });
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(-299, null)]
    [InlineData(299, null)]
    [InlineData(-301, "timestamp_refused")]
    [InlineData(301, "timestamp_refused")]
    public async Task Takes_timestamps_of_its_window(int offset, string? problem) =>
        Assert.Equal(problem, await ProblemOf(await SignedAsync(Consumer with { Timestamp = $"{Now + offset}" })));

    [Theory]
    [InlineData("-1")]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData(" 1700000000")]
    [InlineData("+1700000000")]
    [InlineData("1700000000.0")]
    [InlineData("17000000000000000000")]
    [InlineData("１７００００００００")]
    public async Task Refuses_a_timestamp_that_is_no_count_of_seconds(string timestamp) =>
        Assert.Equal("parameter_rejected", await ProblemOf(await SignedAsync(Consumer with { Timestamp = timestamp })));

    [Theory]
    [InlineData(0, "parameter_rejected")]
    [InlineData(1, null)]
    [InlineData(128, null)]
    [InlineData(129, "parameter_rejected")]
    public async Task Takes_nonces_of_1_to_128_characters(int length, string? problem) =>
        Assert.Equal(problem, await ProblemOf(await SignedAsync(Consumer with { Nonce = new string('n', length) })));

    [Fact]
    public async Task Keeps_a_nonce_only_when_the_signature_is_right()
    {
        var right = await SignedAsync(Consumer);
        var forged = await SignedAsync(new OAuth1Consumer("example.com", "guess") { Timestamp = Consumer.Timestamp, Nonce = Consumer.Nonce });
        Assert.Equal("signature_invalid", await ProblemOf(forged));
        Assert.Null(await ProblemOf(right));
        Assert.Equal("nonce_used", await ProblemOf(right));
    }

    [Fact]
    public async Task Lets_one_of_many_copies_through()
    {
        var copy = await SignedAsync(Consumer);
        var problems = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => ProblemOf(copy), Stop)));
        Assert.Single(problems, problem => problem is null);
        Assert.Equal(63, problems.Count(problem => problem == "nonce_used"));
    }

    [Fact]
    public async Task Takes_a_signature_only_in_its_one_spelling()
    {
        var signed = await SignedAsync(Consumer);
        var signature = SignatureOf(signed);
        string[] others =
        [
            signature.TrimEnd('='), signature + "=", signature + " ", " " + signature, signature.Insert(4, " "), signature.Insert(4, "\n"), signature + signature,
            signature[..^2] + (char)(signature[^2] + 1) + "=", signature.ToUpperInvariant(), signature[1..], "", signature.Replace('+', '-').Replace('/', '_') + "-",
        ];
        foreach (var other in others.Where(o => o != signature))
        {
            Assert.Equal("signature_invalid", await ProblemOf(WithSignature(signed, other)));
        }

        Assert.Null(await ProblemOf(signed));
    }

    [Theory]
    [InlineData("/r?a=1;b=2")]
    [InlineData("/r?a%00=1")]
    [InlineData("/r?a=%")]
    [InlineData("/r?a=%ff")]
    [InlineData("/r?é=1")]
    [InlineData("/r?a=1#f")]
    [InlineData("/r x")]
    [InlineData("*")]
    [InlineData("r")]
    [InlineData("")]
    [InlineData("ftp://127.0.0.1/r")]
    [InlineData("http://user@127.0.0.1/r")]
    [InlineData("http:///r")]
    public async Task Refuses_a_target_that_readers_could_read_in_two_ways(string target) =>
        Assert.Equal("parameter_rejected", await ProblemOf((await SignedAsync(Consumer)) with { RawTarget = target }));

    [Theory]
    [InlineData("POST", "application/x-www-form-urlencoded; charset=utf-16", "a=1", "parameter_rejected")]
    [InlineData("GET", "application/x-www-form-urlencoded", "a=1", "parameter_rejected")]
    [InlineData("POST", "application/x-www-form-urlencoded", "a=%ff", "parameter_rejected")]
    [InlineData("POST", "APPLICATION/X-WWW-FORM-URLENCODED; charset=\"UTF-8\"", "a=1", "signature_invalid")]
    [InlineData("POST", "multipart/form-data; boundary=x", "oauth_token=1", "signature_invalid")]     // no parameters there; the method was changed
    public async Task Reads_a_form_body_only_as_all_readers_do(string method, string type, string body, string problem) =>
        Assert.Equal(problem, await ProblemOf((await SignedAsync(Consumer)) with { Method = method, ContentType = type, FormBody = body }));

    [Theory]
    [InlineData("?oauth_nonce=nonce")]
    [InlineData("?%6Fauth_nonce=x")]
    [InlineData("?oauth_body_hash=a&oauth_body_hash=b")]
    public async Task Refuses_a_protocol_parameter_that_stands_twice(string query) =>
        Assert.Equal("parameter_rejected", await ProblemOf((await SignedAsync(Consumer)) with { RawTarget = "/r" + query }));

    [Theory]
    [InlineData(null)]
    [InlineData("OAuth")]
    [InlineData("OAuth realm=\"x\"")]
    public async Task Takes_no_request_for_signed_that_is_not(string? header) =>
        Assert.Equal("parameter_absent", await ProblemOf((await SignedAsync(Consumer)) with { Authorization = header }));

    [Theory]
    [InlineData("Bearer abc")]
    [InlineData("OAuth oauth_token")]
    public async Task Refuses_another_scheme_and_a_malformed_header(string header) =>
        Assert.Equal("parameter_rejected", await ProblemOf((await SignedAsync(Consumer)) with { Authorization = header }));

    [Theory]
    [InlineData("http", "127.0.0.1:8080", null)]
    [InlineData("http", "localhost", null)]
    [InlineData("http", "[::1]:8080", null)]
    [InlineData("https", "api.example.com", null)]
    [InlineData("http", "api.example.com", "signature_method_rejected")]
    [InlineData("http", "localhost.evil.example", "signature_method_rejected")]
    [InlineData("http", "127.0.0.1.evil.example", "signature_method_rejected")]
    [InlineData("http", "10.0.0.1", "signature_method_rejected")]
    public async Task Takes_plaintext_over_tls_and_loopback_alone(string scheme, string authority, string? problem) => Assert.Equal(problem,
        await ProblemOf((await SignedAsync(Consumer with { SignatureMethod = SignatureMethod.Plaintext })) with { Scheme = scheme, Authority = authority }));

    [Fact]
    public async Task Verifies_an_absolute_target_against_its_own_authority()
    {
        var signed = await SignedAsync(Consumer);
        Assert.Null(await ProblemOf(signed with { Authority = "elsewhere", RawTarget = "HTTP://127.0.0.1:8080/r?x=1" }));
        Assert.Equal("signature_invalid", await ProblemOf(signed with { RawTarget = "http://elsewhere/r?x=1" }));
    }

    [Theory]
    [InlineData("/x%2Fy", "/x/y")]
    [InlineData("/x%2Fy", "/x%2fy")]
    [InlineData("/x/y", "/x//y")]
    [InlineData("/x/y", "/x/./y")]
    [InlineData("/y", "/x/%2e%2e/y")]
    public async Task Takes_a_path_only_as_it_was_signed(string own, string sent) =>
        Assert.Equal("signature_invalid", await ProblemOf((await SignedAsync(Consumer, own)) with { RawTarget = sent }));

    [Fact]
    public async Task Gives_the_very_list_that_was_verified()
    {
        var verified = Assert.IsType<OAuth1Verification.Verified>(await _verifier.VerifyAsync(await SignedAsync(Consumer, "/r?b=2&a=1&a=1&c"), OAuth1Endpoint.Resource, Stop));
        Assert.Equal("b=2 a=1 a=1 c=", string.Join(' ', verified.Parameters.Where(p => !p.Name.StartsWith("oauth_", StringComparison.Ordinal)).Select(p => $"{p.Name}={p.Value}")));
    }

    [Fact]
    public async Task Does_not_take_an_rsa_key_of_less_than_2048_bits()
    {
        using var key = RSA.Create(1024);
        _store.Consumers["example.com"] = new("example.com", "", [key], SignatureMethod.All, Enabled: true) { MayActAlone = true };
        Assert.Equal("signature_invalid", await ProblemOf(await SignedAsync(new("example.com", key) { Timestamp = Consumer.Timestamp })));
    }

    [Fact]
    public async Task Takes_a_signature_of_any_of_the_consumers_keys()
    {
        using var old = RSA.Create(2048);
        using var fresh = RSA.Create(2048);
        _store.Consumers["example.com"] = new("example.com", "", [old, fresh], SignatureMethod.All, Enabled: true) { MayActAlone = true };
        Assert.Null(await ProblemOf(await SignedAsync(new("example.com", old) { Timestamp = Consumer.Timestamp })));
        Assert.Null(await ProblemOf(await SignedAsync(new("example.com", fresh) { Timestamp = Consumer.Timestamp })));
    }

    [Fact]
    public async Task Does_not_take_a_public_key_for_a_secret()
    {
        using var key = RSA.Create(2048);
        _store.Consumers["example.com"] = new("example.com", "", [key], [SignatureMethod.RsaSha1], Enabled: true) { MayActAlone = true };
        Assert.Equal("signature_method_rejected", await ProblemOf(await SignedAsync(new("example.com", key.ExportSubjectPublicKeyInfoPem()) { Timestamp = Consumer.Timestamp })));
    }

    [Fact]
    public async Task Checks_the_hash_of_a_body_that_was_signed()
    {
        var body = "{\"summary\":\"x\"}"u8.ToArray();
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://127.0.0.1:8080/r");
        await Consumer.WithoutToken().SignAsync(request, [new("oauth_body_hash", Convert.ToBase64String(CryptographicOperations.HashData(HashAlgorithmName.SHA1, body)))], Stop);
        var signed = new ReceivedRequest("POST", "http", "127.0.0.1:8080", "/r", request.Headers.Authorization!.ToString(), "application/json", null, body);
        Assert.Equal("signature_invalid", await ProblemOf(signed with { Body = Encoding.UTF8.GetBytes("{}") }));
        Assert.Null(await ProblemOf(signed));
    }

    [Theory]
    [InlineData(false, true, "parameter_absent")]
    [InlineData(true, false, "parameter_absent")]
    [InlineData(true, true, null)]
    public async Task Exchanges_without_a_verifier_only_what_revision_1_0_has_asked_for(bool isKnown, bool isOld, string? problem)
    {
        _store.Tokens.Add("4/token", new("4/token", "token-secret", "example.com", OAuth1TokenState.ApprovedRequest) { NeedsNoVerifier = isOld });
        var verifier = new RequestVerifier(
            _store, new MemoryNonceStore(_time, TimeSpan.FromMinutes(5)) { RefuseBefore = DateTimeOffset.UnixEpoch }, new() { KnowsRevision10 = isKnown }, _time);
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1:8080/exchange");
        await Consumer.With(new OAuth1Token("4/token", "token-secret")).AuthorizeAsync(request, Stop);
        var verification = await verifier.VerifyAsync(new("GET", "http", "127.0.0.1:8080", "/exchange", request.Headers.Authorization!.ToString()), OAuth1Endpoint.AccessToken, Stop);
        Assert.Equal(problem, (verification as OAuth1Verification.Refused)?.Problem.Code);
    }

    [Fact]
    public async Task Refuses_what_is_too_long_or_too_much()
    {
        var signed = await SignedAsync(Consumer);
        Assert.Equal("parameter_rejected", await ProblemOf(signed with { RawTarget = "/" + new string('a', 16 * 1024) }));
        Assert.Equal("parameter_rejected", await ProblemOf(signed with { Authorization = signed.Authorization + new string(',', 16 * 1024) }));
        Assert.Equal("parameter_rejected", await ProblemOf(signed with { RawTarget = "/?" + string.Concat(Enumerable.Repeat("a&", 1000)) }));
        Assert.Equal("parameter_rejected", await ProblemOf(signed with { Method = "POST", ContentType = "application/x-www-form-urlencoded", FormBody = new string('a', 1024 * 1024 + 1) }));
    }

    private async Task<string?> ProblemOf(ReceivedRequest request) =>
        await _verifier.VerifyAsync(request, OAuth1Endpoint.Resource, Stop) is OAuth1Verification.Refused refused ? refused.Problem.Code : null;

    private static async Task<ReceivedRequest> SignedAsync(OAuth1Consumer consumer, string target = "/r?x=1")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("http://127.0.0.1:8080" + target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        await consumer.WithoutToken().AuthorizeAsync(request, Stop);
        return new("GET", "http", "127.0.0.1:8080", target, request.Headers.Authorization!.ToString());
    }

    private static string SignatureOf(ReceivedRequest request)
    {
        Assert.True(AuthorizationHeader.TryParse(request.Authorization!, out var header, out _));
        return header.Parameters.Single(p => p.Name == ProtocolParameter.Signature).Value;
    }

    private static ReceivedRequest WithSignature(ReceivedRequest request, string signature)
    {
        Assert.True(AuthorizationHeader.TryParse(request.Authorization!, out var header, out _));
        return request with
        {
            Authorization = (header with { Parameters = [.. header.Parameters.Where(p => p.Name != ProtocolParameter.Signature), new(ProtocolParameter.Signature, signature)] }).ToString(),
        };
    }
}
