namespace ValetKey.Server.OAuth2.Authorize;

/// <summary>An authorization request that passed every rule (RFC 6749 §4.1.1, in Google's dialect).</summary>
/// <param name="Scopes">Each once, in the client's order; never empty.</param>
/// <param name="State">As the client encoded it, to be sent back byte for byte; null when there was none.</param>
/// <param name="Offline"><c>access_type=offline</c>: access while the user is away.</param>
/// <param name="ForceConsent"><c>prompt=consent</c> or <c>approval_prompt=force</c>.</param>
/// <param name="SelectAccount"><c>prompt=select_account</c>: the page is shown even where nothing new is asked for.</param>
/// <param name="Silent"><c>prompt=none</c>: no page at all, an error instead.</param>
/// <param name="IncludeGrantedScopes">What the user granted to this project before is granted along.</param>
/// <param name="LoginHint">Whose account the client expects: an e-mail address, or any other text.</param>
/// <param name="HostedDomain">The domain whose accounts alone will do.</param>
/// <param name="CodeChallenge">S256 (RFC 7636); null without PKCE.</param>
/// <param name="Nonce">Kept for the ID token.</param>
internal sealed record AuthorizationRequest(
    string ClientId,
    string RedirectUri,
    IReadOnlyList<string> Scopes,
    string? State,
    bool Offline,
    bool ForceConsent,
    bool SelectAccount,
    bool Silent,
    bool IncludeGrantedScopes,
    string? LoginHint,
    string? HostedDomain,
    string? CodeChallenge,
    string? Nonce)
{
    public ReturnAddress ReturnAddress => new(RedirectUri, State);
}
