using ValetKey.EndToEnd.Pressing;
using ValetKey.EndToEnd.Processes;

namespace ValetKey.EndToEnd;

/// <summary>Debian's <c>python3-requests-oauthlib</c>, unmodified, against a running server.</summary>
public sealed class FromPython(DemoServer demo)
{
    private const string Callback = "http://127.0.0.1:8099/ready?keep=this";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("HMAC-SHA1")]
    [InlineData("HMAC-SHA256")]
    public async Task The_three_legged_dance_reads_a_user(string method) => await DanceAsync(demo.Origin, Callback,
        ("SIGNATURE_METHOD", method), ("CONSUMER_KEY", Demo.ConsumerKey), ("CONSUMER_SECRET", Demo.ConsumerSecret));

    [Fact]
    public async Task The_three_legged_dance_reads_a_user_with_a_verifier_that_a_person_copies() => await DanceAsync(demo.Origin, "oob",
        ("SIGNATURE_METHOD", "HMAC-SHA1"), ("CONSUMER_KEY", Demo.ConsumerKey), ("CONSUMER_SECRET", Demo.ConsumerSecret));

    [Fact]
    public async Task The_three_legged_dance_reads_a_user_with_RSA_SHA1()
    {
        await using var server = await RunningServer.StartAsync(Repository.PathOf("tests/ValetKey.EndToEnd/rsa-workspace.yaml"), Stop);
        await DanceAsync(server.Origin, Callback, ("SIGNATURE_METHOD", "RSA-SHA1"), ("CONSUMER_KEY", "rsa.example.com"),
            ("RSA_KEY_FILE", Repository.PathOf("tests/vectors/keys/rsa-test-key-1.pkcs1.pem")));
    }

    [Fact]
    public async Task The_web_flow_reads_the_calendar_list_and_again_after_a_refresh()
    {
        await using var script = PythonScript.Start("web_flow.py", demo.Origin, ("CLIENT_ID", Demo.WebClientId), ("CLIENT_SECRET", Demo.WebClientSecret),
            ("REDIRECT_URI", Demo.WebRedirectUri), ("SCOPE", Demo.CalendarScope));
        using var liz = new Visitor(Demo.LizEmail, Demo.LizPassword);
        var answered = await liz.AnswerAsync(new Uri(await script.ReadLineAsync(Stop)), Decision.Allow, Stop);
        Assert.StartsWith(Demo.WebRedirectUri + "?", answered.SentTo?.AbsoluteUri, StringComparison.Ordinal);
        await script.WriteLineAsync(answered.SentTo!.AbsoluteUri, Stop);

        await ReadsCalendarsAsync(script);
        Assert.Equal("refreshed", await script.ReadLineAsync(Stop));
        await ReadsCalendarsAsync(script);
        Assert.Equal(0, await script.WaitForExitAsync(Stop));
    }

    private static async Task ReadsCalendarsAsync(ChildProcess script)
    {
        Assert.StartsWith("200 application/atom+xml", await script.ReadLineAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("Reading club", await script.ReadLineAsync(Stop), StringComparison.Ordinal);
    }

    private static async Task DanceAsync(Uri origin, string callback, params IEnumerable<(string, string)> consumer)
    {
        await using var script = PythonScript.Start("three_legged.py", origin, [("SCOPE", Demo.UserScope), ("CALLBACK", callback), .. consumer]);
        using var admin = new Visitor(Demo.AdminEmail, Demo.AdminPassword);
        var answered = await admin.AnswerAsync(new Uri(await script.ReadLineAsync(Stop)), Decision.Allow, Stop);
        if (callback != "oob")
        {
            Assert.StartsWith(callback + "&", answered.SentTo?.AbsoluteUri, StringComparison.Ordinal);
        }

        await script.WriteLineAsync(answered.SentTo?.AbsoluteUri ?? SuccessPage.VerifierOf(answered.Page), Stop);
        Assert.StartsWith("200 application/atom+xml", await script.ReadLineAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(0, await script.WaitForExitAsync(Stop));
        Assert.Contains("userName=\"liz\"", script.Output, StringComparison.Ordinal);
        Assert.Contains("familyName=\"Bennet\"", script.Output, StringComparison.Ordinal);
    }
}
