namespace ValetKey.Server.OAuth2.Token;

/// <summary>Why a grant gives nothing, and what that means for the code or token that was presented.</summary>
internal sealed record GrantRefusal(TokenError Error, GrantRefusal.Effect Then = GrantRefusal.Effect.None)
{
    internal enum Effect
    {
        None,

        /// <summary>The code was presented wrongly by its own client: it is dead.</summary>
        Discard,

        /// <summary>It was used before: what it gave is revoked.</summary>
        Revoke,
    }
}
