using ValetKey.Cli.Output;
using ValetKey.Cli.Parsing;
using ValetKey.Cli.Signing;
using ValetKey.OAuth;

namespace ValetKey.Cli.Tokens;

/// <summary><c>valetkey token save NAME</c>: keeps a token that was had elsewhere, as from the Playground or a provider's page.</summary>
internal static class SaveTokenCommand
{
    private static readonly Option Scope = new("--scope", "What it is good for; may repeat", "SCOPE");
    private static readonly Option Replace = new("--replace", "In place of one that has the name");

    public static Command Command { get; } = new("save", "Keep an OAuth 1.0 token that you have, with its consumer.")
    {
        Words = ["NAME"],
        Options = [.. ConsumerOptions.All, SigningOptions.Token, SecretOptions.TokenSecret.Given, SecretOptions.TokenSecret.InFile, Scope, ProviderOptions.Provider, Replace, .. StoreOptions.All, JsonOutput.Option],
        Notes = ["Secrets that are not given are asked for."],
        Examples = ["valetkey token save batch --consumer-key example.com --token 1/AbC --scope https://apps-apis.google.com/a/feeds/user/"],
        Run = RunAsync,
    };

    /// <summary>Keeps a token under a name that is free.</summary>
    /// <exception cref="CliException">It is taken, and nobody said to replace.</exception>
    public static async Task SaveAsync(EncryptedFileTokenStore store, KeptToken kept, bool isReplacing, CancellationToken stop)
    {
        if (!isReplacing && kept.Name is { } name && await store.FindAsync(name, stop) is not null)
        {
            throw CliException.Usage($"A token of the name {name} is kept already.", "Take another name, or add --replace.");
        }

        await store.SaveAsync(kept, stop);
    }

    private static async Task<int> RunAsync(Invocation invocation, CancellationToken stop)
    {
        var arguments = invocation.Arguments;
        var owner = await ConsumerOptions.ReadAsync(invocation, stop) with { Provider = ProviderOptions.Find(invocation)?.Id };
        var token = (arguments.Value(SigningOptions.Token) ?? invocation.Shell.Variable("VALETKEY_TOKEN")) is { Length: > 0 } given ? given
            : throw CliException.Usage("There is no token to keep.", "Give --token TOKEN, or set VALETKEY_TOKEN.");
        var secret = owner.PrivateKey is null ? await SecretOptions.TokenSecret.RequireAsync(invocation, stop) : await SecretOptions.TokenSecret.FindAsync(invocation, stop) ?? Secret.Empty;
        var kept = new KeptToken(new OAuth1Token(token, secret) { Scopes = [.. arguments.Values(Scope)] }) { Name = arguments.Words[0], Owner = owner };
        var store = await StoreOptions.OpenAsync(invocation, stop);
        await SaveAsync(store, kept, arguments.Has(Replace), stop);
        TokenOutput.Write(invocation, kept, $"Kept as {kept.Name} in {store.Path}.");
        return ExitCode.Fine;
    }
}
