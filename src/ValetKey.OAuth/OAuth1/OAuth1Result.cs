namespace ValetKey.OAuth;

/// <summary>How a user's consent ended: <see cref="Granted"/>, <see cref="Declined"/> or <see cref="Failed"/>.</summary>
public abstract record OAuth1Result
{
    private OAuth1Result()
    {
    }

    /// <summary>A token.</summary>
    public sealed record Granted(OAuth1Token Token) : OAuth1Result;

    /// <summary>The user said no, or closed what was asking.</summary>
    public sealed record Declined : OAuth1Result;

    /// <summary>Anything else; no token.</summary>
    public sealed record Failed(OAuthProblem Problem) : OAuth1Result;
}
