namespace ValetKey.OAuth;

/// <summary>Names of the protocol's own parameters (RFC 5849 §3.1, §2; OAuth Request Body Hash).</summary>
public static class ProtocolParameter
{
    /// <summary>What every protocol parameter begins with.</summary>
    public const string Prefix = "oauth_";

    /// <summary>Who calls.</summary>
    public const string ConsumerKey = "oauth_consumer_key";

    /// <summary>The request or access token; absent or empty for a consumer that acts alone.</summary>
    public const string Token = "oauth_token";

    /// <summary>The secret that comes with a new token.</summary>
    public const string TokenSecret = "oauth_token_secret";

    /// <summary>One of <see cref="SignatureMethod.All"/>.</summary>
    public const string SignatureMethod = "oauth_signature_method";

    /// <summary>The signature, Base64, or the two secrets for PLAINTEXT.</summary>
    public const string Signature = "oauth_signature";

    /// <summary>Seconds since 1970-01-01 UTC.</summary>
    public const string Timestamp = "oauth_timestamp";

    /// <summary>Text that is unique for its timestamp, consumer and token.</summary>
    public const string Nonce = "oauth_nonce";

    /// <summary><c>1.0</c>, or absent.</summary>
    public const string Version = "oauth_version";

    /// <summary>Where the user returns to, or <c>oob</c>.</summary>
    public const string Callback = "oauth_callback";

    /// <summary><c>true</c> from a server of revision 1.0a.</summary>
    public const string CallbackConfirmed = "oauth_callback_confirmed";

    /// <summary>Proof that the user who consented is the one who returned.</summary>
    public const string Verifier = "oauth_verifier";

    /// <summary>A hash of a body that is not a form.</summary>
    public const string BodyHash = "oauth_body_hash";

    /// <summary>What renews an access token (Session extension).</summary>
    public const string SessionHandle = "oauth_session_handle";

    /// <summary>Seconds until an access token ends (Session extension).</summary>
    public const string ExpiresIn = "oauth_expires_in";

    /// <summary>Seconds until the user's consent ends (Session extension).</summary>
    public const string AuthorizationExpiresIn = "oauth_authorization_expires_in";

    /// <summary>The parameters that carry the signature itself. They stand in one place together (RFC 5849 §3.5), while callback and verifier may stand elsewhere.</summary>
    internal static bool CarriesSignature(string name) => name is ConsumerKey or Token or SignatureMethod or Signature or Timestamp or Nonce or Version;
}
