namespace ValetKey.OAuth;

/// <summary>What kind of address a signed request came to; it decides which parameters and which token it must have.</summary>
public enum OAuth1Endpoint
{
    /// <summary>Temporary credentials (RFC 5849 §2.1): no token, a callback.</summary>
    RequestToken,

    /// <summary>Token credentials (§2.3): an approved request token and its verifier.</summary>
    AccessToken,

    /// <summary>Anything protected (§3.1): an access token, or a consumer that may act alone.</summary>
    Resource,
}
