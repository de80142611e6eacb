namespace ValetKey.OAuth;

/// <summary>How a flow, exchange or refresh ended: <see cref="Granted"/>, <see cref="Declined"/> or <see cref="Failed"/>.</summary>
public abstract record OAuth2Result
{
    private OAuth2Result()
    {
    }

    /// <summary>A token.</summary>
    public sealed record Granted(OAuth2Token Token) : OAuth2Result;

    /// <summary>The user said no (<c>access_denied</c>).</summary>
    public sealed record Declined : OAuth2Result;

    /// <summary>Anything else; no token.</summary>
    public sealed record Failed(OAuth2Error Error) : OAuth2Result;
}
