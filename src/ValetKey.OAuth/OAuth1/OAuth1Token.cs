namespace ValetKey.OAuth;

/// <summary>An access token of OAuth 1.0 with its secret: a value, good with the consumer it was issued to.</summary>
/// <param name="Token">Plain text, not percent-encoded; at Google it begins with <c>1/</c>. An empty one is sent and signed as empty.</param>
/// <param name="TokenSecret">Plain text; may be empty.</param>
public sealed record OAuth1Token(string Token, Secret TokenSecret) : IToken
{
    /// <summary>The URLs below which it is good; empty where that is not known.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];
}
