using System.Reflection;
using ValetKey.Cli.Parsing;
using ValetKey.Cli.Signing;
using ValetKey.Cli.Tokens;
using ValetKey.Cli.Users;

namespace ValetKey.Cli;

/// <summary>The program as a function: finds the command, runs it, and turns what goes wrong into a line, a mend and an exit code.</summary>
internal static class CommandLineProgram
{
    /// <summary>All commands, in the order of the help.</summary>
    public static Command Root { get; } = new("valetkey", "OAuth on the command line: log in, sign, call, keep tokens, and find out why a signature is refused.")
    {
        Subcommands = [LoginCommand.Group, SignCommand.Command, CallCommand.Command, DoctorCommand.Command, TokenCommands.Group, UserCommands.Group, CompletionCommand.Command],
        Examples =
        [
            "valetkey login oauth1 --consumer-key example.com --scope https://apps-apis.google.com/a/feeds/user/",
            "valetkey call https://apps-apis.google.com/a/feeds/example.com/user/2.0/liz",
            "valetkey doctor refused.txt",
        ],
    };

    /// <summary>What --version says, and what requests name as their sender.</summary>
    public static string Version { get; } = typeof(CommandLineProgram).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static async Task<int> RunAsync(Shell shell, IReadOnlyList<string> words, CancellationToken stop)
    {
        try
        {
            var code = await DispatchAsync(shell, words, stop);
            shell.Flush();
            return code;
        }
        catch (Exception wrong) when (Failure.Of(wrong, stop) is { } failure)
        {
            shell.Flush();
            shell.Say(failure);
            return failure.Code;
        }
    }

    private static async Task<int> DispatchAsync(Shell shell, IReadOnlyList<string> words, CancellationToken stop)
    {
        if (words is ["--version"])     // before the commands are made
        {
            shell.Out.WriteLine($"valetkey {Version}");
            return ExitCode.Fine;
        }

        var path = new List<Command> { Root };
        var at = 0;
        while (at < words.Count && path[^1].Subcommands.FirstOrDefault(c => c.Name == words[at]) is { } next)
        {
            path.Add(next);
            at++;
        }

        var command = path[^1];
        var rest = words.Skip(at).ToList();
        if (command.Run is not null)
        {
            return CommandLine.AsksForHelp(command, rest) ? Help(shell, path) : await command.Run(new(shell, CommandLine.Parse(path, rest)), stop);
        }

        return rest switch
        {
            [] => Help(shell, path, isAsked: path.Count == 1),
            ["--help" or "-h" or "help", ..] => Help(shell, path),
            [var unknown, ..] => throw CommandLine.Unknown("command", unknown, command.Subcommands.Select(c => c.Name), path),
        };
    }

    private static int Help(Shell shell, IReadOnlyList<Command> path, bool isAsked = true)
    {
        (isAsked ? shell.Out : shell.Error).Write(HelpText.Of(path));
        return isAsked ? ExitCode.Fine : ExitCode.Usage;
    }
}
