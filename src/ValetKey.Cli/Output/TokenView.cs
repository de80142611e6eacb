using ValetKey.OAuth;

namespace ValetKey.Cli.Output;

/// <summary>A kept token without its secrets.</summary>
/// <param name="Kind"><c>oauth1</c>, <c>oauth2</c>, or the marker of a storage string.</param>
/// <param name="Owner">Consumer key or client id.</param>
/// <param name="Provider"><c>null</c> for Google.</param>
internal sealed record TokenView(string? Name, string Kind, string? Owner, string? Provider, string? SignatureMethod, IReadOnlyList<string> Scopes, DateTimeOffset? ExpiresAt, bool CanRenew)
{
    public static TokenView Of(KeptToken kept) => new(
        kept.Name,
        kept.Token switch { OAuth1Token => "oauth1", OAuth2Token => "oauth2", StoredToken stored => stored.Marker, _ => "other" },
        kept.Owner?.Id ?? kept.Token switch
        {
            StoredToken.TwoLeggedHmac two => two.ConsumerKey,
            StoredToken.TwoLeggedRsa two => two.ConsumerKey,
            StoredToken.OAuth1Hmac pending => pending.ConsumerKey,
            StoredToken.OAuth1Rsa pending => pending.ConsumerKey,
            StoredToken.OAuth2 client => client.ClientId,
            _ => null,
        },
        kept.Owner?.Provider,
        kept.Token is OAuth1Token ? (kept.Owner?.SignatureMethod ?? (kept.Owner?.PrivateKey is null ? OAuth.SignatureMethod.HmacSha1 : OAuth.SignatureMethod.RsaSha1)).Name : null,
        kept.Token.Scopes,
        kept.Token switch { OAuth1Token token => token.ExpiresAt, OAuth2Token token => token.ExpiresAt, _ => null },
        kept.Token is OAuth1Token { SessionHandle: not null } or OAuth2Token { RefreshToken: not null });
}
