using ValetKey.OAuth;

namespace ValetKey.AspNetCore;

/// <summary>The claims of a principal that signed its request.</summary>
public static class OAuth1Claims
{
    /// <summary>Who signed; also the name of the identity.</summary>
    public const string ConsumerKey = ProtocolParameter.ConsumerKey;

    /// <summary>With which access token; there is none where the consumer acts alone.</summary>
    public const string Token = ProtocolParameter.Token;
}
