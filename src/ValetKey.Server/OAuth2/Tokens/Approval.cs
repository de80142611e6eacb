using ValetKey.Server.OAuth2.Authorize;

namespace ValetKey.Server.OAuth2.Tokens;

/// <summary>A yes to an authorization request, by the user just now or by one that is remembered.</summary>
/// <param name="Scopes">What is granted: at least what the request asks for.</param>
/// <param name="IsFresh">The user was asked because there was something to ask. Remembered from now on; a refresh token comes of no other.</param>
internal sealed record Approval(long UserId, AuthorizationRequest Request, IReadOnlyList<string> Scopes, bool IsFresh)
{
    public bool GivesRefreshToken => IsFresh && Request.Offline;
}
