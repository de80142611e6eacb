using ValetKey.EndToEnd.Processes;

namespace ValetKey.EndToEnd;

/// <summary>What a person reads who has just started the server.</summary>
public sealed class TheGreeting
{
    private const int TerminalWidth = 120;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Names_the_playground_and_the_demo_credentials_in_lines_that_fit_a_terminal()
    {
        await using var server = await RunningServer.StartAsync(workspace: null, Stop);
        string[] awaited =
        [
            new Uri(server.Origin, "/playground/").AbsoluteUri,
            Demo.LizEmail, Demo.LizPassword, Demo.AdminEmail, Demo.AdminPassword,
            Demo.ConsumerKey, Demo.ConsumerSecret, Demo.WebClientId, Demo.WebClientSecret,
        ];
        var lines = new List<string>();
        while (!Array.TrueForAll(awaited, word => lines.Exists(line => line.Contains(word, StringComparison.Ordinal))))
        {
            lines.Add(await server.ReadLineAsync(Stop));
        }

        Assert.All(lines, line => Assert.True(line.Length <= TerminalWidth, line));
    }
}
