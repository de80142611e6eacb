using System.Text;
using ValetKey.Cli.Parsing;
using ValetKey.OAuth;

namespace ValetKey.Cli.Signing;

/// <summary>Who signs, by options or the environment.</summary>
internal static class ConsumerOptions
{
    public static readonly Option ConsumerKey = new("--consumer-key", "The consumer key, or VALETKEY_CONSUMER_KEY", "KEY");
    public static readonly Option Method = new("--signature-method", "HMAC-SHA1 (default), HMAC-SHA256, HMAC-SHA512, RSA-SHA1, RSA-SHA256, RSA-SHA512 or PLAINTEXT", "METHOD") { Choices = [.. SignatureMethod.All.Select(m => m.Name)] };
    public static readonly Option PrivateKey = new("--private-key", "The RSA key that signs: PEM or PFX; its password in VALETKEY_PRIVATE_KEY_PASSWORD", "FILE");

    public static IReadOnlyList<Option> All { get; } = [ConsumerKey, SecretOptions.ConsumerSecret.Given, SecretOptions.ConsumerSecret.InFile, Method, PrivateKey];

    /// <summary>Whether anything says who signs.</summary>
    public static bool AreGiven(Invocation invocation) => KeyOf(invocation) is not null;

    /// <summary>The consumer, in the form that can be kept.</summary>
    /// <exception cref="CliException">Something is missing, or does not go together.</exception>
    public static async Task<TokenOwner> ReadAsync(Invocation invocation, CancellationToken stop)
    {
        var key = KeyOf(invocation) ?? throw CliException.Usage("Nobody said which consumer signs.", "Give --consumer-key KEY, set VALETKEY_CONSUMER_KEY, or name a kept token with --token-name.");
        var method = MethodOf(invocation);
        var file = invocation.Arguments.Value(PrivateKey);
        var isRsa = method?.IsRsa ?? file is not null;
        return !isRsa ? new(key) { SignatureMethod = method, Secret = await SecretOptions.ConsumerSecret.RequireAsync(invocation, stop) }
            : file is not null ? new(key) { SignatureMethod = method, PrivateKey = await ReadKeyAsync(invocation, file, stop) }
            : throw CliException.Usage($"{method} signs with a private key.", "Give --private-key FILE.");
    }

    private static string? KeyOf(Invocation invocation) =>
        (invocation.Arguments.Value(ConsumerKey) ?? invocation.Shell.Variable("VALETKEY_CONSUMER_KEY")) is { Length: > 0 } key ? key : null;

    private static SignatureMethod? MethodOf(Invocation invocation) => invocation.Arguments.Value(Method) is not { } name ? null
        : SignatureMethod.TryParse(name.ToUpperInvariant(), null, out var method) ? method
        : throw CliException.Usage($"There is no signature method {name}.", $"Use one of {string.Join(", ", SignatureMethod.All)}.");

    // As PEM text without a password, which is what a store can keep.
    private static async Task<Secret> ReadKeyAsync(Invocation invocation, string file, CancellationToken stop)
    {
        var bytes = await invocation.Shell.ReadBytesAsync(file, stop);
        var password = invocation.Shell.Variable("VALETKEY_PRIVATE_KEY_PASSWORD") is { } given ? new Secret(given) : null;
        var text = Encoding.UTF8.GetString(bytes);
        var isPem = text.Contains("-----BEGIN ", StringComparison.Ordinal);
        if (password is null && (!isPem || text.Contains("ENCRYPTED PRIVATE KEY", StringComparison.Ordinal)))
        {
            password = invocation.Shell.Ask($"Password of {file}");
        }

        using var key = isPem ? RsaKey.ReadPrivate(text, password) : RsaKey.ReadPfx(bytes, password);
        return key.ExportPkcs8PrivateKeyPem();
    }
}
