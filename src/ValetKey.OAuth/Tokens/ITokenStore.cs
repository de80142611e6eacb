namespace ValetKey.OAuth;

/// <summary>Several tokens, of which each request takes the one whose scope covers it. Thread-safe.</summary>
public interface ITokenStore
{
    /// <summary>Keeps a token. One equal to it in kind and scopes, where it names scopes, is replaced.</summary>
    Task AddAsync(IToken token, CancellationToken stop = default);

    /// <summary>Makes a token the current one, which comes first wherever it covers the request; adds it if need be. <c>null</c>: none is.</summary>
    Task SetCurrentAsync(IToken? token, CancellationToken stop = default);

    /// <summary>The token for an address: the current one if it covers it; else the one with the longest covering scope; else one that names no scopes. See <see cref="ScopeUrl.Covers"/>.</summary>
    /// <typeparam name="T">The kind of token.</typeparam>
    /// <exception cref="NoTokenForScopeException">None; the message lists the scopes at hand.</exception>
    Task<T> FindAsync<T>(Uri scopeUrl, CancellationToken stop = default)
        where T : class, IToken;

    /// <summary>All tokens, in the order of their arrival.</summary>
    Task<IReadOnlyList<IToken>> ListAsync(CancellationToken stop = default);

    /// <summary>Forgets a token; no error where it is not there.</summary>
    Task RemoveAsync(IToken token, CancellationToken stop = default);

    /// <summary>Puts a token into the place of another, such as a refreshed one. Adds it where the other is not there.</summary>
    Task ReplaceAsync(IToken old, IToken fresh, CancellationToken stop = default);
}
