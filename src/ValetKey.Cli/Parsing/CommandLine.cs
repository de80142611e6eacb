namespace ValetKey.Cli.Parsing;

/// <summary>Reads the words of a command line, as POSIX programs and curl do: <c>--name value</c>, <c>--name=value</c>, <c>-Xvalue</c>, <c>-X value</c>, <c>-is</c>, <c>--</c>.</summary>
/// <remarks>An option that takes a value takes the next word whatever it begins with, since signatures, secrets and bodies may begin with a hyphen.</remarks>
internal static class CommandLine
{
    private static readonly Option HelpOption = new("--help", "Show this help", Short: "-h");

    public static bool AsksForHelp(Command command, IReadOnlyList<string> words)
    {
        for (var at = 0; at < words.Count && words[at] != "--"; at++)
        {
            if (words[at] is "--help" or "-h")
            {
                return true;
            }

            at += command.Options.Any(o => o.Value is not null && (o.Name == words[at] || o.Short == words[at])) ? 1 : 0;       // the value may read so
        }

        return false;
    }

    /// <exception cref="CliException">An unknown option, a value missing or too much, too few or too many words.</exception>
    public static Arguments Parse(IReadOnlyList<Command> path, IReadOnlyList<string> words)
    {
        var command = path[^1];
        var given = new List<(Option, string)>();
        var others = new List<string>();
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            if (word == "--")
            {
                others.AddRange(words.Skip(at + 1));
                break;
            }

            if (word.StartsWith("--", StringComparison.Ordinal))
            {
                Long(word);
            }
            else if (word.Length > 1 && word[0] == '-')
            {
                Short(word);
            }
            else
            {
                others.Add(word);
            }

            void Long(string text)
            {
                var equals = text.IndexOf('=', StringComparison.Ordinal);
                var name = equals < 0 ? text : text[..equals];
                var option = command.Options.FirstOrDefault(o => o.Name == name)
                    ?? throw Unknown("option", name, command.Options.Append(HelpOption).Select(o => o.Name), path);
                if (option.Value is null && equals >= 0)
                {
                    throw CliException.Usage($"{name} takes no value.", $"Write {name} alone.");
                }

                given.Add((option, option.Value is null ? "" : equals >= 0 ? text[(equals + 1)..] : Next(option)));
            }

            void Short(string text)
            {
                for (var letter = 1; letter < text.Length; letter++)
                {
                    var name = $"-{text[letter]}";
                    var option = command.Options.FirstOrDefault(o => o.Short == name) ?? throw Unknown("option", name, [], path);
                    if (option.Value is not null)
                    {
                        given.Add((option, letter + 1 < text.Length ? text[(letter + 1)..] : Next(option)));
                        return;
                    }

                    given.Add((option, ""));
                }
            }

            string Next(Option option) => ++at < words.Count ? words[at]
                : throw CliException.Usage($"{option.Name} has no value.", $"Write {option.Name} {option.Value}.");
        }

        var (least, most) = command.Count;
        return others.Count < least ? throw CliException.Usage($"{NameOf(path)} needs {command.Words[others.Count]}.", HelpMend(path))
            : others.Count > most ? throw CliException.Usage($"'{others[most]}' is one word too many for {NameOf(path)}.", $"Quote what belongs together. {HelpMend(path)}")
            : new(given, others);
    }

    public static CliException Unknown(string kind, string word, IEnumerable<string> known, IReadOnlyList<Command> path)
    {
        var near = known.Select(k => (Word: k, Distance: Distance(word, k))).Where(k => k.Distance <= Math.Max(2, word.Length / 3) && k.Distance < word.Length - 1).OrderBy(k => k.Distance).Select(k => k.Word).FirstOrDefault();
        return CliException.Usage($"There is no {kind} {word}{(path.Count > 1 ? $" of {NameOf(path)}" : "")}.", near is null ? HelpMend(path) : $"Do you mean {near}? {HelpMend(path)}");
    }

    public static string NameOf(IEnumerable<Command> path) => string.Join(' ', path.Select(c => c.Name));

    private static string HelpMend(IEnumerable<Command> path) => $"{NameOf(path)} --help shows what there is.";

    // Levenshtein's: how many letters to put in, take out or change.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var before = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                (before, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, before + (a[i - 1] == b[j - 1] ? 0 : 1)));
            }
        }

        return row[b.Length];
    }
}
