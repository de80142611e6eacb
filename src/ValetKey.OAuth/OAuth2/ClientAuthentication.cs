namespace ValetKey.OAuth;

/// <summary>How a client shows its secret to the token endpoint (RFC 6749 §2.3.1).</summary>
public enum ClientAuthentication
{
    /// <summary><c>client_id</c> and <c>client_secret</c> in the form body: what Google's libraries do.</summary>
    Body,

    /// <summary>HTTP Basic: what the RFC prefers.</summary>
    Basic,
}
