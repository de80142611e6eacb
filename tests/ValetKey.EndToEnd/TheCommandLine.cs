using ValetKey.EndToEnd.Pressing;
using ValetKey.EndToEnd.Processes;

namespace ValetKey.EndToEnd;

/// <summary><c>valetkey</c>, compiled to machine code, against a running server.</summary>
public sealed class TheCommandLine(DemoServer demo, CommandLineTool tool) : IClassFixture<CommandLineTool>
{
    private static readonly string[] Login = ["login", "oauth1", "--consumer-key", Demo.ConsumerKey, "--scope", Demo.UserScope, "--name", "batch"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Logs_in_reads_a_user_and_gives_the_token_back()
    {
        await using var login = tool.Start(demo.Origin, "loopback", [.. Login, "--no-browser"]);
        using var admin = new Visitor(Demo.AdminEmail, Demo.AdminPassword);
        var answered = await admin.AnswerAsync(await PageOf(login), Decision.Allow, Stop);
        Assert.Contains("Done.", await admin.ReadAsync(answered.SentTo!, Stop), StringComparison.Ordinal);
        Assert.True(await login.WaitForExitAsync(Stop) == 0, login.Output);

        var (code, output) = await tool.RunAsync(demo.Origin, "loopback", "users", "get", "liz");
        Assert.True(code == 0, output);
        Assert.StartsWith("liz: Liz Bennet", output, StringComparison.Ordinal);
        Assert.Contains("familyName=\"Bennet\"", (await tool.RunAsync(demo.Origin, "loopback", "call", "https://apps-apis.google.com/a/feeds/example.com/user/2.0/liz")).Output, StringComparison.Ordinal);
        Assert.Contains($"Scope: {Demo.UserScope}", (await tool.RunAsync(demo.Origin, "loopback", "token", "info", "batch")).Output, StringComparison.Ordinal);
        Assert.Equal(4, (await tool.RunAsync(demo.Origin, "loopback", "users", "get", "nobody")).Code);

        var blob = (await tool.RunAsync(demo.Origin, "loopback", "token", "export", "--blob", "batch")).Output;
        Assert.Equal(0, (await tool.RunAsync(demo.Origin, "loopback", "token", "revoke", "batch")).Code);
        await using var import = tool.Start(demo.Origin, "loopback", "token", "import", "/dev/stdin", "--name", "dead");
        await import.WriteLineAsync(blob.Trim(), Stop);
        import.EndInput();
        Assert.True(await import.WaitForExitAsync(Stop) == 0, import.Output);
        var refused = await tool.RunAsync(demo.Origin, "loopback", "users", "get", "liz");
        Assert.True(refused.Code == 3, refused.Output);
    }

    [Fact]
    public async Task Logs_in_with_a_verifier_that_a_person_copies()
    {
        await using var login = tool.Start(demo.Origin, "oob", [.. Login, "--oob", "--json"]);
        using var admin = new Visitor(Demo.AdminEmail, Demo.AdminPassword);
        var answered = await admin.AnswerAsync(await PageOf(login), Decision.Allow, Stop);
        await login.WriteLineAsync(SuccessPage.VerifierOf(answered.Page), Stop);
        Assert.True(await login.WaitForExitAsync(Stop) == 0, login.Output);
        Assert.Contains("\"name\": \"batch\"", login.Output, StringComparison.Ordinal);
        var (code, output) = await tool.RunAsync(demo.Origin, "oob", "users", "list", "--json");
        Assert.True(code == 0, output);
        Assert.Contains("\"userName\": \"liz\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_no_for_an_answer_and_keeps_nothing()
    {
        await using var login = tool.Start(demo.Origin, "declined", [.. Login, "--no-browser"]);
        using var joe = new Visitor(Demo.JoeEmail, Demo.JoePassword);
        var answered = await joe.AnswerAsync(await PageOf(login), Decision.Deny, Stop);
        await joe.ReadAsync(answered.SentTo!, Stop);
        Assert.True(await login.WaitForExitAsync(Stop) == 3, login.Output);
        Assert.Equal(0, (await tool.RunAsync(demo.Origin, "declined", "token", "list", "--names")).Code);
    }

    [Fact]
    public async Task Says_that_a_consumer_is_not_known()
    {
        var (code, output) = await tool.RunAsync(demo.Origin, "unknown", "login", "oauth1", "--consumer-key", "nobody.example", "--scope", Demo.UserScope, "--no-browser");
        Assert.True(code == 3, output);
        Assert.Contains("consumer_key_unknown", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_what_many_processes_save_at_once_and_what_a_killed_one_left_whole()
    {
        string[] save = ["token", "save", "--consumer-key", "k", "--token", "t", "--token-secret", "s"];
        Assert.Equal(0, (await tool.RunAsync(demo.Origin, "many", [.. save, "first"])).Code);
        var saving = Enumerable.Range(0, 12).Select(n => (Name: $"t{n}", Tool: tool.Start(demo.Origin, "many", [.. save, $"t{n}"]))).ToList();
        for (var n = 0; n < saving.Count; n += 3)
        {
            await saving[n].Tool.KillAsync();       // wherever it is by now
        }

        foreach (var (name, running) in saving)
        {
            await using (running)
            {
                Assert.True(await running.WaitForExitAsync(Stop) == 0 || int.Parse(name.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture) % 3 == 0, running.Output);
            }
        }

        var (code, output) = await tool.RunAsync(demo.Origin, "many", "token", "list", "--names");
        Assert.True(code == 0, output);
        Assert.Superset(Enumerable.Range(0, 12).Where(n => n % 3 != 0).Select(n => $"t{n}").Append("first").ToHashSet(), output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToHashSet());
    }

    [Fact]
    public async Task Signs_as_the_rfc_has_it()      // RFC 5849 §1.2
    {
        var (code, output) = await tool.RunAsync(demo.Origin, "none", "sign", "--consumer-key", "dpf43f3p2l4k3l03", "--consumer-secret", "kd94hf93k423kf44", "--token", "nnch734d00sl2jdk",
            "--token-secret", "pfkkdhi9sl3r4s00", "--timestamp", "137131202", "--nonce", "chapoH", "--no-version", "--print", "signature", "http://photos.example.net/photos?file=vacation.jpg&size=original");
        Assert.Equal((0, "MdpQcU8iPSUjWoN/UDMsK2sui9I="), (code, output.Trim()));
    }

    private static async Task<Uri> PageOf(ChildProcess login)
    {
        for (; ; )
        {
            if (await login.ReadErrorLineAsync(Stop) is var line && line.Trim().StartsWith("http://", StringComparison.Ordinal))
            {
                return new(line.Trim());
            }
        }
    }
}
