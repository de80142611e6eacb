namespace ValetKey.OAuth;

/// <summary>A nonce that the server took before.</summary>
/// <param name="Timestamp">The value of <c>oauth_timestamp</c>.</param>
/// <param name="Nonce">The value of <c>oauth_nonce</c>.</param>
public sealed record SeenNonce(string Timestamp, string Nonce);
