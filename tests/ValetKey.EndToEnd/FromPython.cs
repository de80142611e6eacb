using ValetKey.EndToEnd.Pressing;
using ValetKey.EndToEnd.Processes;

namespace ValetKey.EndToEnd;

/// <summary>Debian's <c>python3-requests-oauthlib</c>, unmodified, against a running server.</summary>
public sealed class FromPython(DemoServer demo)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_web_flow_reads_the_calendar_list_and_again_after_a_refresh()
    {
        await using var script = await ClientProgram.StartAsync("requests_oauthlib_2.py", demo.Origin,
            [("CLIENT_ID", Demo.WebClientId), ("CLIENT_SECRET", Demo.WebClientSecret), ("REDIRECT_URI", Demo.WebRedirectUri), ("SCOPE", Demo.CalendarScope)], Stop);
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
}
