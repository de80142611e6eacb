namespace ValetKey.OAuth;

/// <summary>Keeps the request tokens of one browser, secrets included, while its user is away at the provider.</summary>
public interface IPendingRequestTokens
{
    /// <summary>Keeps a request token, for minutes.</summary>
    void Save(OAuth1RequestToken token);

    /// <summary>Gives the request token of that name back, once; <c>null</c> where this browser has none, or its time is over.</summary>
    OAuth1RequestToken? Take(string token);
}
