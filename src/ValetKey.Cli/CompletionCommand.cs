using System.Text;
using ValetKey.Cli.Parsing;

namespace ValetKey.Cli;

/// <summary><c>valetkey completion SHELL</c>: a script for the shell, made from the commands themselves.</summary>
internal static class CompletionCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish"];

    public static Command Command { get; } = new("completion", "Print the completion script of a shell: bash, zsh or fish.")
    {
        Words = ["SHELL"],
        Examples =
        [
            "source <(valetkey completion bash)                                     # in ~/.bashrc",
            "source <(valetkey completion zsh)                                      # in ~/.zshrc, after compinit",
            "valetkey completion fish > ~/.config/fish/completions/valetkey.fish",
        ],
        Run = (invocation, _) => Run(invocation),
    };

    private static Task<int> Run(Invocation invocation)
    {
        invocation.Shell.Out.Write(invocation.Arguments.Words[0] switch
        {
            "bash" => Bash(),
            "zsh" => "autoload -Uz bashcompinit && bashcompinit\n" + Bash(),
            "fish" => Fish(),
            var other => throw CliException.Usage($"There is no completion for {other}.", $"Name one of {string.Join(", ", Shells)}."),
        });
        return Task.FromResult(ExitCode.Fine);
    }

    private static string Bash()
    {
        var text = new StringBuilder("""
            _valetkey() {
                local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} path=valetkey i
                for ((i = 1; i < COMP_CWORD; i++)); do
                    case "$path ${COMP_WORDS[i]}" in

            """);
        var all = Paths([CommandLineProgram.Root]).ToList();
        text.Append("            ").AppendJoin('|', all.Skip(1).Select(p => $"'{CommandLine.NameOf(p)}'")).Append(") path=\"$path ${COMP_WORDS[i]}\" ;;\n        esac\n    done\n");
        text.Append("    case $before in\n");
        var options = all.SelectMany(p => p[^1].Options).Distinct().ToList();
        text.Append("        ").AppendJoin('|', options.Where(o => o.IsPath).SelectMany(Names).Distinct(StringComparer.Ordinal)).Append(") COMPREPLY=($(compgen -f -- \"${word#@}\")); return ;;\n");
        foreach (var option in options.Where(o => o.Choices.Count > 0).DistinctBy(o => o.Name, StringComparer.Ordinal))
        {
            text.Append("        ").AppendJoin('|', Names(option)).Append(") COMPREPLY=($(compgen -W '").AppendJoin(' ', option.Choices).Append("' -- \"$word\")); return ;;\n");
        }

        text.Append("        --token-name) COMPREPLY=($(compgen -W \"$(valetkey token list --names 2>/dev/null)\" -- \"$word\")); return ;;\n    esac\n    case $path in\n");
        foreach (var path in all)
        {
            text.Append("        '").Append(CommandLine.NameOf(path)).Append("') COMPREPLY=($(compgen -W '").AppendJoin(' ', WordsOf(path[^1]))
                .Append(path[^1].Name is "show" or "remove" or "export" or "info" or "revoke" && path[^2].Name == "token" ? " '\"$(valetkey token list --names 2>/dev/null)\"'" : "")
                .Append("' ").Append(path[^1].Words.Any(w => w.Contains("FILE", StringComparison.Ordinal)) ? "-f " : "").Append("-- \"$word\")) ;;\n");
        }

        return text.Append("    esac\n}\ncomplete -F _valetkey valetkey\n").ToString();
    }

    private static string Fish()
    {
        var text = new StringBuilder("complete -c valetkey -f\n");
        foreach (var path in Paths([CommandLineProgram.Root]))
        {
            var condition = path.Count == 1 ? "__fish_use_subcommand" : string.Join("; and ", path.Skip(1).Select(c => $"__fish_seen_subcommand_from {c.Name}"));
            foreach (var sub in path[^1].Subcommands)
            {
                text.Append("complete -c valetkey -n '").Append(condition).Append("' -a ").Append(sub.Name).Append(" -d ").Append(Quoted(sub.Summary)).Append('\n');
            }

            foreach (var option in path[^1].Options)
            {
                text.Append("complete -c valetkey -n '").Append(condition).Append("' -l ").Append(option.Name[2..])
                    .Append(option.Short is null ? "" : $" -s {option.Short[1..]}").Append(option.Value is null ? "" : option.IsPath ? " -r -F" : " -x")
                    .Append(option.Choices.Count > 0 ? $" -a '{string.Join(' ', option.Choices)}'" : option.Name == "--token-name" ? " -a '(valetkey token list --names 2>/dev/null)'" : "")
                    .Append(" -d ").Append(Quoted(option.Help)).Append('\n');
            }
        }

        return text.ToString();
    }

    private static IEnumerable<IReadOnlyList<Command>> Paths(IReadOnlyList<Command> path) =>
        [path, .. path[^1].Subcommands.SelectMany(c => Paths([.. path, c]))];

    private static IEnumerable<string> WordsOf(Command command) =>
        [.. command.Subcommands.Select(c => c.Name), .. command.Name == "completion" ? Shells : [], .. command.Options.SelectMany(Names), "--help", .. command == CommandLineProgram.Root ? ["--version"] : Array.Empty<string>()];

    private static IEnumerable<string> Names(Option option) => option.Short is null ? [option.Name] : [option.Name, option.Short];

    private static string Quoted(string text) => $"'{text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("'", @"\'", StringComparison.Ordinal)}'";
}
