using System.Text;

namespace ValetKey.Cli.Tests;

/// <summary>A command that was run in this process: what it printed, and its exit code.</summary>
internal sealed record Ran(int Code, string Output, string Error)
{
    /// <summary>Its result without the line end.</summary>
    public string Result => Output.TrimEnd('\n');

    public static Task<Ran> Async(params string[] words) => With(new(), words);

    public static async Task<Ran> With(Around around, params string[] words)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        using var shell = new Shell(output, error)
        {
            Input = () => new MemoryStream(around.Input),
            Variable = name => around.Variables.GetValueOrDefault(name),
            InputIsTerminal = around.IsTerminal,
            OutputIsTerminal = around.IsTerminal,
            ErrorIsTerminal = around.IsTerminal,
            ReadUnseen = () => around.Typed.TryDequeue(out var line) ? line : null,
            OpenBrowser = around.OpenBrowser,
            Time = around.Time,
        };
        var code = await CommandLineProgram.RunAsync(shell, words, TestContext.Current.CancellationToken);
        return new(code, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }
}
