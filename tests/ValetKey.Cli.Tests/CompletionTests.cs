using System.Diagnostics;

namespace ValetKey.Cli.Tests;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("valetkey ", "login sign call doctor token users completion --help --version")]
    [InlineData("valetkey to", "token")]
    [InlineData("valetkey token ", "list show save import export remove info revoke --help")]
    [InlineData("valetkey token ex", "export")]
    [InlineData("valetkey sign --print ", "header base-string signature curl")]
    [InlineData("valetkey sign --signature-method RSA", "RSA-SHA1 RSA-SHA256 RSA-SHA512")]
    [InlineData("valetkey sign --consumer-s", "--consumer-secret --consumer-secret-file")]
    [InlineData("valetkey completion ", "bash zsh fish --help")]
    public async Task Of_bash_offers_what_fits(string typed, string expected)
    {
        var script = (await Ran.Async("completion", "bash")).Output;
        var start = new ProcessStartInfo("/bin/bash", ["--norc", "-c",
            script + "\nCOMP_WORDS=($1); [[ $1 == *' ' ]] && COMP_WORDS+=(''); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _valetkey; echo \"${COMPREPLY[*]}\"", "bash", typed])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var bash = Process.Start(start)!;
        var offered = await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(expected, offered.Trim());
    }

    [Fact]
    public async Task Of_fish_and_zsh_names_every_command()
    {
        var fish = (await Ran.Async("completion", "fish")).Output;
        Assert.Contains("complete -c valetkey -n '__fish_use_subcommand' -a doctor", fish, StringComparison.Ordinal);
        Assert.Contains("-l token-secret-file -r -F", fish, StringComparison.Ordinal);
        Assert.Contains("bashcompinit", (await Ran.Async("completion", "zsh")).Output, StringComparison.Ordinal);
    }
}
