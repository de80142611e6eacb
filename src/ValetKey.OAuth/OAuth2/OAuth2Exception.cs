namespace ValetKey.OAuth;

/// <summary>An authorization server refused where the caller expects a token, such as a refresh in the middle of a request.</summary>
public sealed class OAuth2Exception : Exception
{
    /// <param name="error">What the server said, or what is wrong with its answer.</param>
    public OAuth2Exception(OAuth2Error error)
        : base($"{error?.Code}: {error?.Description} {error?.Mend}")
    {
        ArgumentNullException.ThrowIfNull(error);
        Error = error;
    }

    /// <summary>What was wrong and what to do.</summary>
    public OAuth2Error Error { get; }
}
