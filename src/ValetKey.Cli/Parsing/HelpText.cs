using System.Text;

namespace ValetKey.Cli.Parsing;

/// <summary>The help of a command: what it does, how it is written, its options, and an example.</summary>
internal static class HelpText
{
    private const int Width = 100;

    public static string Of(IReadOnlyList<Command> path)
    {
        var command = path[^1];
        var text = new StringBuilder().Append(command.Summary).Append("\n\nUsage: ").Append(CommandLine.NameOf(path));
        text.Append(command.Subcommands.Count > 0 ? " COMMAND" : command.Options.Count > 0 ? " [OPTION…]" : "");
        foreach (var word in command.Words)
        {
            text.Append(' ').Append(word);
        }

        text.Append('\n');
        Section(text, "Commands", [.. command.Subcommands.Select(c => (c.Name, c.Summary))]);
        Section(text, "Options", [.. command.Options.Select(o => ($"{(o.Short is null ? "    " : o.Short + ", ")}{o.Name}{(o.Value is null ? "" : " " + o.Value)}", o.Help))]);
        Lines(text, "", command.Notes);
        Lines(text, command.Examples.Count == 1 ? "Example:" : "Examples:", command.Examples);
        if (command.Subcommands.Count > 0)
        {
            text.Append("\nHelp for one: ").Append(CommandLine.NameOf(path)).Append(" COMMAND --help\n");
        }

        return text.ToString();
    }

    private static void Section(StringBuilder text, string title, IReadOnlyList<(string Left, string Right)> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        text.Append('\n').Append(title).Append(":\n");
        var width = Math.Min(34, rows.Max(r => r.Left.Length));
        foreach (var (left, right) in rows)
        {
            text.Append("  ").Append(left.PadRight(width)).Append("  ");
            if (left.Length > width)
            {
                text.Append('\n').Append(' ', width + 4);
            }

            Wrapped(text, right, width + 4);
        }
    }

    private static void Lines(StringBuilder text, string title, IReadOnlyList<string> lines)
    {
        if (lines.Count > 0)
        {
            text.Append('\n').Append(title).Append(title.Length > 0 ? "\n" : "");
            foreach (var line in lines)
            {
                text.Append(title.Length > 0 ? "  " : "").Append(line).Append('\n');
            }
        }
    }

    private static void Wrapped(StringBuilder text, string words, int indent)
    {
        var column = indent;
        foreach (var word in words.Split(' '))
        {
            if (column > indent && column + word.Length > Width)
            {
                text.Length--;
                text.Append('\n').Append(' ', indent);
                column = indent;
            }

            text.Append(word).Append(' ');
            column += word.Length + 1;
        }

        text.Length--;
        text.Append('\n');
    }
}
