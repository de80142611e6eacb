namespace ValetKey.OAuth;

/// <summary>Temporary credentials: good for one consent and one exchange, for minutes (RFC 5849 §2.1). To be kept until the user returns.</summary>
/// <param name="Token">Plain text; at Google it begins with <c>4/</c>.</param>
/// <param name="TokenSecret">Signs the exchange.</param>
/// <param name="CallbackConfirmed">Whether the server speaks revision 1.0a. One that does not is open to session fixation: expect no verifier from it, and do not trust who returns.</param>
public sealed record OAuth1RequestToken(string Token, Secret TokenSecret, bool CallbackConfirmed)
{
    /// <summary>What was asked for.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Where its user returns to; <c>null</c> where that is not known.</summary>
    public string? Callback { get; init; }
}
