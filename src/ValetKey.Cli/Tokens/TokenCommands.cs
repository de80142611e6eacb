using ValetKey.Cli.Output;
using ValetKey.Cli.Parsing;
using ValetKey.OAuth;

namespace ValetKey.Cli.Tokens;

/// <summary><c>valetkey token …</c>: what is kept. The commands that do more than look have a file each.</summary>
internal static class TokenCommands
{
    private static readonly Option Secrets = new("--secrets", "Show the secrets, too");
    private static readonly Option Names = new("--names", "Names alone, a line each");
    private static readonly Option Blob = new("--blob", "Storage strings of the Python library, joined by commas, instead of JSON");

    public static Command Group { get; } = new("token", "Keep tokens: list, show, save, import, export, remove; ask the server about one, or revoke it.")
    {
        Subcommands =
        [
            new("list", "List the kept tokens.")
            {
                Options = [Names, .. StoreOptions.All, JsonOutput.Option], Examples = ["valetkey token list --json"], Run = ListAsync,
            },
            new("show", "Show one token; its secrets only when asked to.")
            {
                Words = ["NAME"], Options = [Secrets, .. StoreOptions.All, JsonOutput.Option], Examples = ["valetkey token show batch"], Run = ShowAsync,
            },
            SaveTokenCommand.Command,
            ImportTokenCommand.Command,
            new("export", "Print tokens with all their secrets, as JSON or as storage strings; all of them where none is named.")
            {
                Words = ["[NAME…]"], Options = [Blob, .. StoreOptions.All], Examples = ["valetkey token export batch > batch.json", "valetkey token export --blob batch"], Run = ExportAsync,
            },
            new("remove", "Forget a token. It stays good: revoke ends it.")
            {
                Words = ["NAME"], Options = [.. StoreOptions.All, JsonOutput.Option], Examples = ["valetkey token remove batch"], Run = RemoveAsync,
            },
            new("info", "Ask Google what a token is good for.")
            {
                Words = ["NAME"], Options = [.. StoreOptions.All, JsonOutput.Option], Examples = ["valetkey token info batch"], Run = TokenService.InfoAsync,
            },
            new("revoke", "Take a token back at Google, and forget it.")
            {
                Words = ["NAME"], Options = [.. StoreOptions.All, JsonOutput.Option], Examples = ["valetkey token revoke batch"], Run = TokenService.RevokeAsync,
            },
        ],
    };

    private static async Task<int> ListAsync(Invocation invocation, CancellationToken stop)
    {
        var kept = await (await StoreOptions.OpenAsync(invocation, stop)).ListKeptAsync(stop);
        if (!invocation.Arguments.Has(Names))
        {
            TokenOutput.Write(invocation, kept);
            return ExitCode.Fine;
        }

        foreach (var name in kept.Select(k => k.Name).OfType<string>())
        {
            invocation.Shell.Out.WriteLine(name);
        }

        return ExitCode.Fine;
    }

    private static async Task<int> ShowAsync(Invocation invocation, CancellationToken stop)
    {
        var kept = await StoreOptions.FindAsync(await StoreOptions.OpenAsync(invocation, stop), invocation.Arguments.Words[0], stop);
        if (invocation.Arguments.Has(Secrets))
        {
            invocation.Shell.Out.WriteLine(TokenJson.Write([kept]));
        }
        else
        {
            TokenOutput.Write(invocation, kept);
        }

        return ExitCode.Fine;
    }

    private static async Task<int> ExportAsync(Invocation invocation, CancellationToken stop)
    {
        var store = await StoreOptions.OpenAsync(invocation, stop);
        List<KeptToken> kept = [];
        foreach (var name in invocation.Arguments.Words)
        {
            kept.Add(await StoreOptions.FindAsync(store, name, stop));
        }

        IReadOnlyList<KeptToken> all = invocation.Arguments.Words.Count > 0 ? kept : await store.ListKeptAsync(stop);
        invocation.Shell.Out.WriteLine(invocation.Arguments.Has(Blob) ? TokenBlob.Write(all.Select(k => k.ToStored())) : TokenJson.Write(all));
        return ExitCode.Fine;
    }

    private static async Task<int> RemoveAsync(Invocation invocation, CancellationToken stop)
    {
        var name = invocation.Arguments.Words[0];
        var store = await StoreOptions.OpenAsync(invocation, stop);
        _ = await StoreOptions.FindAsync(store, name, stop);
        await store.RemoveAsync(name, stop);
        WriteRemoved(invocation, name, $"{name} is forgotten here. It stays good until it is revoked.");
        return ExitCode.Fine;
    }

    public static void WriteRemoved(Invocation invocation, string name, string sentence)
    {
        if (invocation.Arguments.Has(JsonOutput.Option))
        {
            JsonOutput.Write(invocation.Shell.Out, new RemovedView(name), JsonOutput.Types.RemovedView);
        }
        else
        {
            invocation.Shell.Out.WriteLine(sentence);
        }
    }
}
