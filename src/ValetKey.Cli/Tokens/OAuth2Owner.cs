using ValetKey.OAuth;

namespace ValetKey.Cli.Tokens;

/// <summary>The client of a kept OAuth 2.0 token.</summary>
internal static class OAuth2Owner
{
    /// <exception cref="CliException">It is not kept whose token it is.</exception>
    public static OAuth2Client Client(Shell shell, KeptToken kept)
    {
        var owner = kept.Owner ?? throw CliException.Usage($"It is not kept whose token {kept.Name} is.", "Import it again with its clientId.");
        var google = Google.Of(shell).OAuth2;
        var token = owner.TokenUrl is { } url ? AddressOf(url) : google.Token;
        var endpoints = owner.TokenUrl is null ? google : new OAuth2Endpoints(owner.AuthorizeUrl is { } page ? AddressOf(page) : google.Authorize, token, OAuth2Endpoints.At(token).Revoke);
        return new OAuth2Client(owner.Id, owner.Secret, OAuth2Client.OutOfBand, kept.Token.Scopes, endpoints, shell.Http) with { Time = shell.Time };
    }

    private static Uri AddressOf(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https" } ? uri
        : throw CliException.Usage("An endpoint of the kept token is no http or https address.", "Import it again.");
}
