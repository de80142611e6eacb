namespace ValetKey.OAuth;

/// <summary>A token store has no token that covers an address.</summary>
public sealed class NoTokenForScopeException : InvalidOperationException
{
    /// <param name="scopeUrl">The address; its query is not repeated in the message.</param>
    /// <param name="scopesAtHand">The scopes of all tokens in the store.</param>
    public NoTokenForScopeException(Uri scopeUrl, IReadOnlyList<string> scopesAtHand)
        : base($"No token covers {scopeUrl?.GetLeftPart(UriPartial.Path)}. " + (scopesAtHand is { Count: > 0 }
            ? $"Scopes at hand: {string.Join(", ", scopesAtHand)}. Ask for a token with a scope above the address."
            : "The store holds no token with scopes; add one."))
    {
        ArgumentNullException.ThrowIfNull(scopeUrl);
        ArgumentNullException.ThrowIfNull(scopesAtHand);
        ScopeUrl = scopeUrl;
        ScopesAtHand = scopesAtHand;
    }

    /// <summary>The address.</summary>
    public Uri ScopeUrl { get; }

    /// <summary>The scopes of all tokens in the store.</summary>
    public IReadOnlyList<string> ScopesAtHand { get; }
}
