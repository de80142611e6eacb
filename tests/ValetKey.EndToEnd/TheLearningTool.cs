using ValetKey.EndToEnd.Processes;
using ValetKey.OAuth;

namespace ValetKey.EndToEnd;

/// <summary>The sample of an LTI 1.1 tool as a process of its own, opened by platforms that sign with Debian's oauthlib and with our own library.</summary>
public sealed class TheLearningTool
{
    private const string Key = "platform.example";
    private const string Secret = "platform-secret";
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(50);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Greets_whom_oauthlib_sends_and_nobody_else()
    {
        var (tool, origin) = await StartAsync();
        await using var running = tool;
        await using var script = await ClientProgram.StartAsync("lti_launch.py", origin, [("LTI_KEY", Key), ("LTI_SECRET", Secret)], Stop);
        Assert.Equal("200 <h1>Hello, Anna &lt;M&#252;ller&gt;</h1><p>Grammar &amp; spelling</p>", await script.ReadLineAsync(Stop));
        Assert.StartsWith("401 oauth_problem=nonce_used", await script.ReadLineAsync(Stop), StringComparison.Ordinal);
        Assert.StartsWith("200 <h1>Hello, Anna", await script.ReadLineAsync(Stop), StringComparison.Ordinal);
        Assert.StartsWith("401 oauth_problem=signature_invalid", await script.ReadLineAsync(Stop), StringComparison.Ordinal);
        Assert.Equal("200 Taken: 70 characters.", await script.ReadLineAsync(Stop));
        Assert.StartsWith("401 oauth_problem=signature_invalid", await script.ReadLineAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(0, await script.WaitForExitAsync(Stop));
    }

    [Theory]
    [InlineData("HMAC-SHA1")]
    [InlineData("HMAC-SHA256")]
    public async Task Greets_whom_our_own_library_sends(string method)
    {
        var (tool, origin) = await StartAsync();
        await using var running = tool;
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var consumer = new OAuth1Consumer(Key, Secret) { SignatureMethod = SignatureMethod.Parse(method, null), Transmission = ParameterTransmission.Body };
        Assert.Equal((200, "<h1>Hello, Liz Bennet</h1><p>somebody</p>"), await LaunchAsync(http, origin, consumer));
        Assert.Equal(401, (await LaunchAsync(http, origin, new OAuth1Consumer(Key, "another secret"))).Status);
    }

    private static async Task<(int Status, string Body)> LaunchAsync(HttpClient http, Uri origin, OAuth1Consumer consumer)
    {
        using var form = new FormUrlEncodedContent([new("lti_message_type", "basic-lti-launch-request"), new("lis_person_name_full", "Liz Bennet")]);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(origin, "/launch")) { Content = form };
        using var answer = await http.SendAsync(await consumer.WithoutToken().AuthorizeAsync(request, Stop), Stop);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }

    /// <summary>Ready, and past the second of its start, whose signatures it refuses since an earlier process may have seen them.</summary>
    private static async Task<(ChildProcess Tool, Uri Origin)> StartAsync()
    {
        var origin = new Uri($"http://127.0.0.1:{LoopbackPort.Free()}");
        var tool = ChildProcess.Start(Repository.ProgramOf("samples/LtiTool", "LtiTool"), ["--urls", origin.GetLeftPart(UriPartial.Authority)],
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["LTI_KEY"] = Key, ["LTI_SECRET"] = Secret, ["ASPNETCORE_URLS"] = null });
        await tool.ReadUntilAsync("Application started", Stop);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        while ((await LaunchAsync(http, origin, new OAuth1Consumer(Key, Secret))).Body.Contains("timestamp_refused", StringComparison.Ordinal))
        {
            await Task.Delay(BetweenTries, Stop);
        }

        return (tool, origin);
    }
}
