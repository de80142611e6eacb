using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace ValetKey.OAuth.Tests.OAuth1;

public sealed class RejectionVectorTests
{
    private static readonly JsonElement File = Vectors.Load("oauth1-rejections.json");

    public static TheoryData<string> Cases => Vectors.Names(File.GetProperty("cases"));

    public static TheoryData<string> Controls => Vectors.Names(File.GetProperty("controls"));

    [Theory, MemberData(nameof(Cases))]
    public async Task Is_refused_with_its_problem(string name)
    {
        var json = File.GetProperty("cases").Named(name);
        var expected = json.GetProperty("expected");
        var problem = Assert.IsType<OAuth1Verification.Refused>(await VerifyAsync(json)).Problem;
        Assert.Equal((expected.Text("oauthProblem"), expected.GetProperty("status").GetInt32()), (problem.Code, problem.Status));
        AssertNames(expected, "oauthParametersAbsent", problem.Detail("oauth_parameters_absent"));
        AssertNames(expected, "oauthParametersRejected", problem.Detail("oauth_parameters_rejected"));
        if (expected.Text("oauthAcceptableTimestamps") is { } timestamps)
        {
            Assert.Equal(timestamps, problem.Detail("oauth_acceptable_timestamps"));
        }
    }

    [Theory, MemberData(nameof(Controls))]
    public async Task Is_accepted_where_nothing_is_wrong(string name) =>
        Assert.IsType<OAuth1Verification.Verified>(await VerifyAsync(File.GetProperty("controls").Named(name)));

    private static void AssertNames(JsonElement expected, string field, string? actual)
    {
        string[] names = [.. expected.Items(field).Select(n => n.GetString()!)];
        if (names.Length > 0)
        {
            Assert.Equal(string.Join('&', names), actual);
        }
    }

    private static async Task<OAuth1Verification> VerifyAsync(JsonElement json)
    {
        var state = File.GetProperty("state");
        var now = DateTimeOffset.FromUnixTimeSeconds(state.GetProperty("now").GetInt64());
        var window = TimeSpan.FromSeconds(state.GetProperty("timestampWindowSeconds").GetInt32());
        var time = new FakeTimeProvider(now);
        var nonces = new MemoryNonceStore(time, window) { RefuseBefore = DateTimeOffset.UnixEpoch };
        foreach (var used in state.Items("usedNonces"))
        {
            await nonces.UseAsync(used.Text("consumerKey")!, used.Text("token"), now, used.Text("nonce")!, TestContext.Current.CancellationToken);
        }

        var verifier = new RequestVerifier(StoreOf(state), nonces, new OAuth1VerifierOptions { TimestampWindow = window }, time);
        return await verifier.VerifyAsync(Received(json), Enum.Parse<OAuth1Endpoint>(json.Text("endpoint")!, ignoreCase: true), TestContext.Current.CancellationToken);
    }

    private static MemoryVerifierStore StoreOf(JsonElement state)
    {
        var store = new MemoryVerifierStore();
        foreach (var consumer in state.Items("consumers"))
        {
            var key = consumer.Text("consumerKey")!;
            store.Consumers.Add(key, new(
                key,
                consumer.Text("consumerSecret") ?? "",
                consumer.Text("publicKeyPem") is { } file ? [RsaKey.ReadPublic(System.IO.File.ReadAllText(Vectors.PathOf(file)))] : [],
                [.. consumer.Items("signatureMethods").Select(m => SignatureMethod.Parse(m.GetString()!, null))],
                consumer.GetProperty("enabled").GetBoolean()));
        }

        foreach (var token in state.Items("tokens"))
        {
            var text = token.Text("token")!;
            store.Tokens.Add(text, new(text, token.Text("secret")!, token.Text("consumerKey")!, StateOf(token)));
            store.Verifiers.Add(text, token.Text("verifier") ?? "");
        }

        return store;
    }

    private static OAuth1TokenState StateOf(JsonElement token) => (token.Text("kind"), token.Text("state")) switch
    {
        ("access", "valid") => OAuth1TokenState.Access,
        (_, "approved") => OAuth1TokenState.ApprovedRequest,
        (_, "declined") => OAuth1TokenState.DeclinedRequest,
        (_, "used") => OAuth1TokenState.UsedRequest,
        (_, "expired") => OAuth1TokenState.Expired,
        (_, "revoked") => OAuth1TokenState.Revoked,
        var other => throw new InvalidOperationException($"No state for {other}."),
    };

    private static ReceivedRequest Received(JsonElement json)
    {
        var url = new Uri(json.Text("url")!, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var headers = json.Fields("headers").ToDictionary(h => h.Name, h => h.Value, StringComparer.OrdinalIgnoreCase);
        var body = json.Text("body");
        return new(json.Text("method")!, url.Scheme, url.Authority, url.PathAndQuery, headers.GetValueOrDefault("Authorization"), headers.GetValueOrDefault("Content-Type"), body, body is null ? null : Encoding.UTF8.GetBytes(body));
    }
}
