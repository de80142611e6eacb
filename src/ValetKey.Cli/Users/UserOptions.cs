using ValetKey.Cli.Parsing;
using ValetKey.Cli.Signing;
using ValetKey.Cli.Tokens;
using ValetKey.GData.Provisioning;
using ValetKey.OAuth;

namespace ValetKey.Cli.Users;

/// <summary>Which domain's users, and who asks.</summary>
internal static class UserOptions
{
    private static readonly Uri Scope = new("https://apps-apis.google.com/a/feeds/user/");
    private static readonly Option Domain = new("--domain", "The domain, or VALETKEY_DOMAIN; the consumer key where that is one", "DOMAIN");

    public static IReadOnlyList<Option> All { get; } = [Domain, .. ConsumerOptions.All, SigningOptions.Token, SecretOptions.TokenSecret.Given, SecretOptions.TokenSecret.InFile, .. StoreOptions.ForUse];

    /// <exception cref="CliException">The domain or the credentials are missing.</exception>
    public static async Task<(AppsClient Client, string Domain)> OpenAsync(Invocation invocation, CancellationToken stop)
    {
        var (authorizer, owner) = await AuthorizerAsync(invocation, stop);
        var domain = invocation.Arguments.Value(Domain) ?? (invocation.Shell.Variable("VALETKEY_DOMAIN") is { Length: > 0 } given ? given
            : owner is not null && owner.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(owner) == UriHostNameType.Dns ? owner
            : throw CliException.Usage("Nobody said whose users.", "Give --domain example.com, or set VALETKEY_DOMAIN."));
        return (new(domain, authorizer, invocation.Shell.Http, Google.Of(invocation.Shell).Hosts) { ApplicationName = $"valetkey/{CommandLineProgram.Version}" }, domain);
    }

    private static async Task<(IRequestAuthorizer Authorizer, string? Owner)> AuthorizerAsync(Invocation invocation, CancellationToken stop)
    {
        if (!StoreOptions.Names(invocation) && ConsumerOptions.AreGiven(invocation))
        {
            return (await SigningOptions.ReadAsync(invocation, Scope, stop), invocation.Arguments.Value(ConsumerOptions.ConsumerKey) ?? invocation.Shell.Variable("VALETKEY_CONSUMER_KEY"));
        }

        var kept = await StoreOptions.ChooseAsync(invocation, Scope, stop);
        if (kept.Token is not OAuth2Token token)
        {
            return (SigningOptions.Credentials(invocation, kept), kept.Owner?.Id);
        }

        var store = await StoreOptions.OpenAsync(invocation, stop);
        return (OAuth2Owner.Client(invocation.Shell, kept).With(token, (fresh, waiting) => store.SaveAsync(kept with { Token = fresh }, waiting)), null);
    }
}
