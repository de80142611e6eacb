using ValetKey.Cli.Parsing;
using ValetKey.Cli.Tokens;
using ValetKey.OAuth;

namespace ValetKey.Cli.Signing;

/// <summary>How a request is signed, by options: consumer, token and protocol parameters.</summary>
internal static class SigningOptions
{
    public static readonly Option Token = new("--token", "The token, or VALETKEY_TOKEN; '' sends an empty one", "TOKEN");

    private static readonly Option Nonce = new("--nonce", "The value of oauth_nonce instead of a random one", "TEXT");
    private static readonly Option Timestamp = new("--timestamp", "The value of oauth_timestamp instead of the clock's", "SECONDS");
    private static readonly Option OAuth = new("--oauth", "A further protocol parameter, such as oauth_callback=oob; may repeat", "NAME=VALUE");
    private static readonly Option NoVersion = new("--no-version", "Leave oauth_version out");
    private static readonly Option Realm = new("--realm", "The realm of the header, which is not signed", "TEXT");
    private static readonly Option BodyHash = new("--body-hash", "Sign a body that is no form by oauth_body_hash");
    private static readonly Option In = new("--in", "Where the parameters travel: header (default), query or body", "PLACE") { Choices = ["header", "query", "body"] };

    public static IReadOnlyList<Option> All { get; } =
    [
        .. ConsumerOptions.All, Token, SecretOptions.TokenSecret.Given, SecretOptions.TokenSecret.InFile, Nonce, Timestamp, OAuth, NoVersion, Realm, BodyHash, In, .. StoreOptions.ForUse,
    ];

    /// <summary>Who signs with what: a kept token where one is named, or where no consumer is given; else what the options say.</summary>
    /// <exception cref="CliException">Something is missing, or does not go together.</exception>
    public static async Task<OAuth1Credentials> ReadAsync(Invocation invocation, Uri address, CancellationToken stop)
    {
        if (StoreOptions.Names(invocation) || !ConsumerOptions.AreGiven(invocation))
        {
            var kept = await StoreOptions.ChooseAsync(invocation, address, stop);
            return Credentials(invocation, kept);
        }

        var owner = await ConsumerOptions.ReadAsync(invocation, stop);
        var consumer = With(invocation, owner.ToConsumer());
        var token = invocation.Arguments.Value(Token) ?? invocation.Shell.Variable("VALETKEY_TOKEN");
        if (token is null)
        {
            return consumer.WithoutToken();
        }

        var needsSecret = token.Length > 0 && !consumer.SignatureMethod.IsRsa;
        var secret = needsSecret ? await SecretOptions.TokenSecret.RequireAsync(invocation, stop) : await SecretOptions.TokenSecret.FindAsync(invocation, stop) ?? Secret.Empty;
        return consumer.With(new OAuth1Token(token, secret));
    }

    /// <summary>What signs with a kept token.</summary>
    /// <exception cref="CliException">It is none of OAuth 1.0.</exception>
    public static OAuth1Credentials Credentials(Invocation invocation, KeptToken kept) => kept switch
    {
        { Token: StoredToken.TwoLeggedHmac { ConsumerKey: { } key } two } => With(invocation, new(key, two.ConsumerSecret ?? Secret.Empty)).WithoutToken(),
        { Token: StoredToken.TwoLeggedRsa { ConsumerKey: { } key, RsaPrivateKey: { } pem } } => With(invocation, new(key, RsaKey.ReadPrivate(pem.Reveal()))).WithoutToken(),
        { Token: OAuth1Token token, Owner: { } owner } => With(invocation, owner.ToConsumer()).With(token),
        { Token: OAuth1Token } => throw CliException.Usage($"It is not kept whose token {kept.Name} is.", "Save it again with --consumer-key."),
        _ => throw CliException.Usage($"{kept.Name} is no token of OAuth 1.0.", "Take another; valetkey token list shows them."),
    };

    private static OAuth1Consumer With(Invocation invocation, OAuth1Consumer consumer)
    {
        var arguments = invocation.Arguments;
        var further = arguments.Values(OAuth).Select(Parameter).ToList();
        return consumer with
        {
            Nonce = arguments.Value(Nonce),
            Timestamp = arguments.Value(Timestamp),
            Version = arguments.Has(NoVersion) ? null : consumer.Version,
            Realm = arguments.Value(Realm) ?? further.Where(p => p.Name == "realm").Select(p => p.Value).LastOrDefault() ?? consumer.Realm,
            MoreParameters = [.. further.Where(p => p.Name != "realm")],
            BodyHash = arguments.Has(BodyHash) || consumer.BodyHash,
            Transmission = arguments.Value(In) switch
            {
                null => consumer.Transmission,
                "header" => ParameterTransmission.Header,
                "query" => ParameterTransmission.Query,
                "body" => ParameterTransmission.Body,
                var other => throw CliException.Usage($"--in is '{other}'.", "Use header, query or body."),
            },
            Time = invocation.Shell.Time,
        };
    }

    private static Parameter Parameter(string text) => text.IndexOf('=', StringComparison.Ordinal) is var at and > 0 ? new(text[..at], text[(at + 1)..])
        : throw CliException.Usage($"--oauth is '{text}'.", "Write it as --oauth oauth_callback=oob, the value not encoded.");
}
