namespace ValetKey.OAuth;

/// <summary>The stations of a token's life at a server.</summary>
public enum OAuth1TokenState
{
    /// <summary>A request token that no user has decided on.</summary>
    Request,

    /// <summary>A request token that a user has allowed and that can be exchanged once.</summary>
    ApprovedRequest,

    /// <summary>A request token that a user has declined.</summary>
    DeclinedRequest,

    /// <summary>A request token that was exchanged.</summary>
    UsedRequest,

    /// <summary>An access token.</summary>
    Access,

    /// <summary>A token of either kind that was taken back.</summary>
    Revoked,

    /// <summary>A token of either kind whose time is over.</summary>
    Expired,
}
