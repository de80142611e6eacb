using System.Globalization;
using ValetKey.Cli.Output;
using ValetKey.Cli.Parsing;
using ValetKey.OAuth;

namespace ValetKey.Cli.Tokens;

/// <summary><c>valetkey token import FILE</c>: storage strings of the Python library, or JSON.</summary>
internal static class ImportTokenCommand
{
    private static readonly Option Name = new("--name", "What to call a token that has no name in the file; with a number where there are several", "NAME");
    private static readonly Option Replace = new("--replace", "In place of those that have the names");

    public static Command Command { get; } = new("import", "Keep the tokens of a file: storage strings of the Python library (1h|…, several joined by commas), or JSON.")
    {
        Words = ["FILE"],
        Options = [Name, Replace, .. StoreOptions.All, JsonOutput.Option],
        Notes = ["The JSON is what token export prints; a token answer with oauth_token or access_token is taken, too."],
        Examples = ["valetkey token import tokens.txt --name old", "valetkey token import - < batch.json"],
        Run = RunAsync,
    };

    private static async Task<int> RunAsync(Invocation invocation, CancellationToken stop)
    {
        var arguments = invocation.Arguments;
        var text = (await invocation.Shell.ReadTextAsync(arguments.Words[0], stop)).Trim();
        var read = text.StartsWith('{') || text.StartsWith('[') ? TokenJson.Read(text) : [.. TokenBlob.ReadAll(text).Select(KeptToken.Of)];
        var store = await StoreOptions.OpenAsync(invocation, stop);
        var taken = (await store.ListKeptAsync(stop)).Select(k => k.Name).OfType<string>().Concat(read.Select(k => k.Name).OfType<string>()).ToHashSet(StringComparer.Ordinal);
        var prefix = arguments.Value(Name);
        var named = read.Select(k => k.Name is not null ? k : k with { Name = prefix is not null && read.Count == 1 ? prefix : FreeName(prefix ?? "imported", taken) }).ToList();
        if (!arguments.Has(Replace))
        {
            foreach (var kept in named)
            {
                if (await store.FindAsync(kept.Name!, stop) is not null)
                {
                    throw CliException.Usage($"A token of the name {kept.Name} is kept already; nothing was imported.", "Add --replace, or rename it in the file.");
                }
            }
        }

        foreach (var kept in named)
        {
            await store.SaveAsync(kept, stop);
        }

        TokenOutput.Write(invocation, named);
        return ExitCode.Fine;
    }

    private static string FreeName(string prefix, HashSet<string> taken)
    {
        for (var number = 1; ; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{number}");
            if (taken.Add(name))
            {
                return name;
            }
        }
    }
}
