namespace ValetKey.OAuth;

/// <summary>An access token of OAuth 2.0 and, with luck, the refresh token that renews it (RFC 6749 §1.4, §1.5).</summary>
/// <param name="AccessToken">Sent as <c>Bearer</c>.</param>
/// <param name="RefreshToken"><c>null</c> where there is none.</param>
/// <param name="ExpiresAt">When the access token ends; <c>null</c> where nobody said.</param>
/// <param name="Scopes">What it opens; empty where nobody said.</param>
public sealed record OAuth2Token(Secret AccessToken, Secret? RefreshToken, DateTimeOffset? ExpiresAt, IReadOnlyList<string> Scopes) : IToken
{
    /// <summary>The ID token of OpenID Connect, not verified; <c>null</c> where there is none.</summary>
    public Secret? IdToken { get; init; }
}
