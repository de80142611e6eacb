using ValetKey.Cli.Output;
using ValetKey.Cli.Parsing;
using ValetKey.Cli.Signing;
using ValetKey.OAuth;

namespace ValetKey.Cli.Tokens;

/// <summary><c>valetkey login oauth1</c>: the three-legged flow from a terminal, and the token into the store.</summary>
internal static class LoginCommand
{
    private static readonly Option Scope = new("--scope", "What for; may repeat", "SCOPE");
    private static readonly Option Oob = new("--oob", "Type the verifier that the page shows, instead of being sent back to this machine");
    private static readonly Option NoBrowser = new("--no-browser", "Print the address and open nothing");
    private static readonly Option Port = new("--port", "The port to come back to, where the provider wants it registered; any free one unless said otherwise", "PORT");
    private static readonly Option Timeout = new("--timeout", "Seconds to wait for the user; 300 unless said otherwise", "SECONDS");
    private static readonly Option Name = new("--name", "What to call the token; default unless said otherwise. One of that name is replaced", "NAME");

    public static Command Group { get; } = new("login", "Get a token with a user's consent, and keep it.")
    {
        Subcommands =
        [
            new("oauth1", "Get an OAuth 1.0 token with a user's consent in the browser, and keep it.")
            {
                Options = [Scope, Name, Oob, NoBrowser, Port, Timeout, .. ConsumerOptions.All, .. ProviderOptions.All, .. StoreOptions.All, JsonOutput.Option],
                Notes = ["Google is where VALETKEY_GOOGLE says, such as http://127.0.0.1:8080; at Google's own hosts without it."],
                Examples =
                [
                    "valetkey login oauth1 --consumer-key example.com --scope https://apps-apis.google.com/a/feeds/user/ --name batch",
                    "valetkey login oauth1 --provider discogs --consumer-key KEY --oob",
                ],
                Run = RunAsync,
            },
        ],
    };

    private static async Task<int> RunAsync(Invocation invocation, CancellationToken stop)
    {
        var arguments = invocation.Arguments;
        var name = arguments.Value(Name) ?? "default";
        if (!KeptToken.IsName(name))
        {
            throw CliException.Usage($"'{name}' is no name for a token.", "Use at most 64 letters, digits and . _ @ + -, the first no hyphen.");
        }

        var owner = await ConsumerOptions.ReadAsync(invocation, stop);
        var store = await StoreOptions.OpenAsync(invocation, stop);
        _ = await store.ListKeptAsync(stop);        // what cannot be kept need not be asked for
        var (flow, provider) = ProviderOptions.Flow(invocation, owner.ToConsumer() with { Time = invocation.Shell.Time });
        string[] scopes = [.. arguments.Values(Scope).SelectMany(s => s.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        if (provider is null && scopes.Length == 0)
        {
            throw CliException.Usage("Google wants to know what the token is for.", "Give --scope, such as --scope https://apps-apis.google.com/a/feeds/user/.");
        }

        var result = arguments.Has(Oob)
            ? await flow.LoginByVerifierAsync(scopes, (page, token) => AskAsync(invocation.Shell, page, token), stop)
            : await flow.LoginInBrowserAsync(scopes, new()
            {
                Port = arguments.Number(Port, 1, 65535) ?? 0,
                Timeout = TimeSpan.FromSeconds(arguments.Number(Timeout, 1, 86400) ?? 300),
                Page = "Done. You can close this page and go back to the terminal.",
                Open = (page, token) => OpenAsync(invocation, page, token),
            }, stop);
        invocation.Shell.Progress("");
        switch (result)
        {
            case OAuth1Result.Granted granted:
                var kept = new KeptToken(granted.Token) { Name = name, Owner = owner with { Provider = provider } };
                await store.SaveAsync(kept, stop);
                TokenOutput.Write(invocation, kept, $"Kept as {name} in {store.Path}.");
                return ExitCode.Fine;
            case OAuth1Result.Failed failed:
                invocation.Shell.Say(Failure.Of(failed.Problem));
                return Failure.Of(failed.Problem).Code;
            default:
                throw new CliException(ExitCode.NotAllowed, "The user said no; there is no token.", "Run it again to ask once more.");
        }
    }

    private static async Task OpenAsync(Invocation invocation, Uri page, CancellationToken stop)
    {
        var shell = invocation.Shell;
        shell.Error.WriteLine($"Open this page and allow access:\n  {page.AbsoluteUri}");
        if (!invocation.Arguments.Has(NoBrowser) && !await TryOpenAsync(shell, page, stop))
        {
            shell.Error.WriteLine("No browser could be started here: open it yourself on this machine, or use --oob and open it anywhere.");
        }

        shell.Progress("Waiting for you to come back ... (Ctrl+C to stop)");
    }

    private static async Task<bool> TryOpenAsync(Shell shell, Uri page, CancellationToken stop)
    {
        if (OperatingSystem.IsLinux() && !((string[])["DISPLAY", "WAYLAND_DISPLAY", "BROWSER"]).Any(name => shell.Variable(name) is { Length: > 0 }))
        {
            return false;       // xdg-open would name every browser that is not there
        }

        try
        {
            await shell.OpenBrowser(page, stop);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static async Task<string?> AskAsync(Shell shell, Uri page, CancellationToken stop)
    {
        shell.Error.WriteLine($"Open this page, allow access, and copy the verifier that it shows:\n  {page.AbsoluteUri}");
        shell.Error.Write("Verifier: ");
        return await shell.ReadLineAsync(stop);
    }
}
