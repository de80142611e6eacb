using System.Net;
using System.Net.Http.Json;
using ValetKey.EndToEnd.Processes;
using ValetKey.OAuth;

namespace ValetKey.EndToEnd;

/// <summary>Our client against a provider that others made: Debian's <c>python3-oauthlib</c>.</summary>
public sealed class AgainstOAuthlib : IAsyncLifetime
{
    private const string Key = "consumer.example.com";
    // No character that is escaped: oauthlib decodes a PLAINTEXT signature in query or body once too often.
    private const string Secret = "secret-of-the.consumer~1";
    private readonly HttpClient _browser = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private ChildProcess _process = null!;
    private Uri _origin = null!;

    public static TheoryData<string, ParameterTransmission> Ways =>
        [.. SignatureMethod.All.SelectMany(method => Enum.GetValues<ParameterTransmission>(), (method, transmission) => (method.Name, transmission))];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["CONSUMER_KEY"] = Key,
            ["CONSUMER_SECRET"] = Secret,
            ["RSA_PUBLIC_KEY_FILE"] = Repository.PathOf("tests/vectors/keys/rsa-test-key-1.pub.pem"),
        };
        _process = ChildProcess.Start("/usr/bin/python3", ["-I", Repository.PathOf("tests/ValetKey.EndToEnd/servers/oauthlib_provider.py")], settings);
        _origin = new Uri(await _process.ReadLineAsync(Stop));
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _process.DisposeAsync();
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task The_flow_gives_a_token_that_opens_resources(string methodName, ParameterTransmission transmission)
    {
        var consumer = Consumer(SignatureMethod.Parse(methodName, null)) with { Transmission = transmission };
        var flow = new OAuth1Flow(consumer, Endpoints, _browser);
        var pending = new MemoryPendingRequestTokens(TimeProvider.System).For("this browser");
        var page = await flow.BeginAsync(pending, [], new Uri("http://127.0.0.1:1/ready?keep=this"), stop: Stop);
        using var consent = await _browser.GetAsync(page, Stop);
        var token = Assert.IsType<OAuth1Result.Granted>(await flow.CompleteAsync(consent.Headers.Location!.OriginalString, pending, Stop)).Token;

        using var http = new HttpClient(new OAuth1Handler(consumer.With(token), new SocketsHttpHandler { UseProxy = false }));
        var form = new FormUrlEncodedContent([new("status", "Hi! *(it's)* é 世 🔑"), new("a", "1"), new("a", "2")]);
        Assert.Equal("POST 4", await ReadAsync(await http.PostAsync(new Uri(_origin, "/photos?size=original"), form, Stop)));
        if (transmission == ParameterTransmission.Body)
        {
            return;
        }

        Assert.Equal("GET 4", await ReadAsync(await http.GetAsync(new Uri(_origin, "/a%2Fb/~c?q=a%20b+c&type=PICT&type=STAT&e=%C3%A9"), Stop)));
        Assert.Equal("PUT 0", await ReadAsync(await http.PutAsync(new Uri(_origin, "/json"), JsonContent.Create(new { a = "b&c" }), Stop)));
    }

    [Fact]
    public async Task A_user_who_declines_is_told_as_such()
    {
        var flow = new OAuth1Flow(Consumer(SignatureMethod.HmacSha1), Endpoints, _browser);
        var pending = new MemoryPendingRequestTokens(TimeProvider.System).For("this browser");
        var page = await flow.BeginAsync(pending, [], new Uri("http://127.0.0.1:1/ready"), [new("decision", "deny")], Stop);
        using var consent = await _browser.GetAsync(page, Stop);
        Assert.IsType<OAuth1Result.Declined>(await flow.CompleteAsync(consent.Headers.Location!.OriginalString, pending, Stop));
    }

    [Fact]
    public async Task The_desktop_flow_comes_back_to_its_own_port()
    {
        var flow = new OAuth1Flow(Consumer(SignatureMethod.HmacSha256), Endpoints, _browser);
        using var following = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var result = await flow.LoginInBrowserAsync([], new() { Open = async (page, stop) => Assert.Contains("Done", await following.GetStringAsync(page, stop), StringComparison.Ordinal) }, Stop);
        Assert.IsType<OAuth1Result.Granted>(result);
    }

    [Fact]
    public async Task A_wrong_secret_opens_nothing()
    {
        var refused = await Assert.ThrowsAsync<OAuth1Exception>(() => new OAuth1Flow(new(Key, "other"), Endpoints, _browser).RequestTokenAsync([], stop: Stop));
        Assert.Equal(401, refused.Status);
        using var http = new HttpClient(new OAuth1Handler(Consumer(SignatureMethod.HmacSha1).With(new OAuth1Token("made-up", "made-up")), new SocketsHttpHandler { UseProxy = false }));
        using var answer = await http.GetAsync(new Uri(_origin, "/photos"), Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private OAuth1Endpoints Endpoints => new(new(_origin, "/initiate"), new(_origin, "/authorize"), new(_origin, "/token"));

    private static OAuth1Consumer Consumer(SignatureMethod method) => method.IsRsa
        ? new(Key, RsaKey.ReadPrivate(File.ReadAllText(Repository.PathOf("tests/vectors/keys/rsa-test-key-1.pem")))) { SignatureMethod = method }
        : new(Key, Secret) { SignatureMethod = method };

    private static async Task<string> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            return await answer.Content.ReadAsStringAsync(Stop);
        }
    }
}
