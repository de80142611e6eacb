namespace ValetKey.Server.OAuth2.Tokens;

/// <summary>What an authorization code is bound to, as JSON beside it.</summary>
/// <param name="CodeChallenge">S256; null without PKCE.</param>
/// <param name="GivesRefreshToken">Whether its exchange gives one.</param>
/// <param name="Nonce">For the ID token.</param>
internal sealed record CodeBinding(string RedirectUri, string? CodeChallenge, bool GivesRefreshToken, string? Nonce);
