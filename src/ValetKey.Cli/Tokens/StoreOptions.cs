using ValetKey.Cli.Parsing;
using ValetKey.Cli.Signing;
using ValetKey.OAuth;

namespace ValetKey.Cli.Tokens;

/// <summary>The token store, and which of its tokens, by options or the environment.</summary>
internal static class StoreOptions
{
    public static readonly Option TokenName = new("--token-name", "The kept token to use, or VALETKEY_TOKEN_NAME; else the one whose scopes fit the address", "NAME");

    private static readonly Option Store = new("--store", "The file of the token store, or VALETKEY_TOKENS", "FILE");
    private static readonly Option KeyFile = new("--key-file", "The key file that locks it, or VALETKEY_KEY_FILE", "FILE");

    /// <summary>To open the store.</summary>
    public static IReadOnlyList<Option> All { get; } = [Store, SecretOptions.Passphrase.InFile, KeyFile];

    /// <summary>To use one of its tokens.</summary>
    public static IReadOnlyList<Option> ForUse { get; } = [TokenName, .. All];

    /// <summary>Whether a token is named.</summary>
    public static bool Names(Invocation invocation) => invocation.Arguments.Value(TokenName) is not null
        || !ConsumerOptions.AreGiven(invocation) && NameOf(invocation) is not null;

    /// <exception cref="CliException">The passphrase's file cannot be read.</exception>
    public static async Task<EncryptedFileTokenStore> OpenAsync(Invocation invocation, CancellationToken stop) =>
        new(PathOf(invocation), await KeyAsync(invocation, stop), invocation.Shell.Time);

    /// <summary>The token that is named; else the one whose scope covers the address; else the only one for its host; else the only one, where it names no scope.</summary>
    /// <exception cref="CliException">There is none of that name, or none that fits.</exception>
    public static async Task<KeptToken> ChooseAsync(Invocation invocation, Uri address, CancellationToken stop)
    {
        var store = await OpenAsync(invocation, stop);
        if (NameOf(invocation) is { } name)
        {
            return await FindAsync(store, name, stop);
        }

        var kept = await store.ListKeptAsync(stop);
        if (kept.Count == 0)
        {
            throw CliException.Usage("Nobody said who signs, and no token is kept.", "Give --consumer-key KEY, or keep a token: valetkey login oauth1 --help.");
        }

        // By the host where no scope lies above the path: those of the Provisioning API do not. A token goes to no other host, unless it is named.
        return kept is [{ Token: OAuth1Token { Scopes.Count: 0 } or StoredToken.TwoLeggedHmac or StoredToken.TwoLeggedRsa } only] ? only
            : kept.FirstOrDefault(k => k.IsCurrent && Covers(k)) ?? kept.FirstOrDefault(Covers)
                ?? (kept.Where(IsOfHost).ToList() is [var one] ? one : null)
                ?? throw new CliException(ExitCode.NotFound, $"No kept token is for {address.GetLeftPart(UriPartial.Path)} by its scopes, or several are.",
                    $"Name one with --token-name: {string.Join(", ", kept.Select(k => k.Name).OfType<string>())}.");

        bool Covers(KeptToken token) => token.Token.Scopes.Any(scope => ScopeUrl.Covers(scope, address));

        bool IsOfHost(KeptToken token) => token.Token.Scopes.Any(scope => Uri.TryCreate(scope, UriKind.Absolute, out var url) && ScopeUrl.Covers(url.GetLeftPart(UriPartial.Authority), address));
    }

    /// <exception cref="CliException">There is none of that name.</exception>
    public static async Task<KeptToken> FindAsync(EncryptedFileTokenStore store, string name, CancellationToken stop) =>
        await store.FindAsync(name, stop) ?? throw new CliException(ExitCode.NotFound, $"No token of the name {name} is kept.", "valetkey token list shows what is there.");

    private static string? NameOf(Invocation invocation) =>
        invocation.Arguments.Value(TokenName) ?? (invocation.Shell.Variable("VALETKEY_TOKEN_NAME") is { Length: > 0 } name ? name : null);

    private static string PathOf(Invocation invocation) => invocation.Arguments.Value(Store)
        ?? (invocation.Shell.Variable("VALETKEY_TOKENS") is { Length: > 0 } path ? path
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "valetkey", "tokens.vk"));

    private static async Task<TokenStoreKey> KeyAsync(Invocation invocation, CancellationToken stop) =>
        await SecretOptions.Passphrase.FindAsync(invocation, stop) is { IsEmpty: false } passphrase ? TokenStoreKey.Passphrase(passphrase)
        : (invocation.Arguments.Value(KeyFile) ?? invocation.Shell.Variable("VALETKEY_KEY_FILE")) is { Length: > 0 } file ? TokenStoreKey.KeyFile(file)
        : TokenStoreKey.Automatic(made => invocation.Shell.Error.WriteLine(
            $"Note: there is no keychain here, so the key of the token store is kept in {made}, for your eyes alone. A passphrase in VALETKEY_PASSPHRASE locks a new store without such a file."));
}
