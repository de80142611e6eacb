using ValetKey.Server.OAuth2.Authorize;

namespace ValetKey.Server.OAuth2.Tokens;

/// <summary>A yes to an authorization request, by the user just now or by one that is remembered.</summary>
/// <param name="Scopes">What is granted: at least what the request asks for.</param>
/// <param name="IsFresh">The user was asked because there was something to ask: a refresh token comes of no other.</param>
/// <param name="IsNew">The user had not allowed all of this before.</param>
internal sealed record Approval(long UserId, AuthorizationRequest Request, IReadOnlyList<string> Scopes, bool IsFresh, bool IsNew)
{
    public bool GivesRefreshToken => IsFresh && Request.Offline;

    /// <summary>Kept until revoked. What says nothing new goes with its last token, so that grants do not pile up with every sign-in.</summary>
    public bool IsRemembered => IsNew || GivesRefreshToken;
}
