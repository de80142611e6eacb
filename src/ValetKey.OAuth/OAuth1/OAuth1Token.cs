namespace ValetKey.OAuth;

/// <summary>An access token of OAuth 1.0 with its secret: a value, good with the consumer it was issued to.</summary>
/// <param name="Token">Plain text, not percent-encoded; at Google it begins with <c>1/</c>. An empty one is sent and signed as empty.</param>
/// <param name="TokenSecret">Plain text; may be empty.</param>
public sealed record OAuth1Token(string Token, Secret TokenSecret) : IToken
{
    /// <summary>The URLs below which it is good; empty where that is not known.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>What renews it without its user (<c>oauth_session_handle</c> of the Session extension); <c>null</c> where it cannot be renewed.</summary>
    public Secret? SessionHandle { get; init; }

    /// <summary>When it ends (from <c>oauth_expires_in</c>); <c>null</c> where the server said nothing, which mostly means until revoked.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When the user's consent ends and with it the renewing (from <c>oauth_authorization_expires_in</c>); <c>null</c> where the server said nothing.</summary>
    public DateTimeOffset? AuthorizationExpiresAt { get; init; }

    /// <summary>What else the server said with it, such as <c>user_id</c> and <c>screen_name</c>.</summary>
    public IReadOnlyList<Parameter> Details { get; init; } = [];

    /// <summary>The value of the first detail of that name, or <c>null</c>.</summary>
    public string? Detail(string name) => Details.Where(d => d.Name == name).Select(d => d.Value).FirstOrDefault();
}
