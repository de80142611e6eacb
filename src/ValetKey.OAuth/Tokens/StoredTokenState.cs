namespace ValetKey.OAuth;

/// <summary>How far an OAuth 1.0 token in a blob has come; the values are those of the storage string.</summary>
public enum StoredTokenState
{
    /// <summary>A request token.</summary>
    Request = 1,

    /// <summary>A request token that its user has allowed.</summary>
    AuthorizedRequest = 2,

    /// <summary>An access token.</summary>
    Access = 3,
}
