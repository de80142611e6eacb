namespace ValetKey.OAuth;

/// <summary>Which of several tokens a store gives, and which one a new one replaces: the rules of <see cref="ITokenStore"/>.</summary>
internal static class TokenChoice
{
    /// <exception cref="NoTokenForScopeException">None covers the address.</exception>
    public static T For<T>(Uri scopeUrl, IEnumerable<IToken> tokens, IToken? current)
        where T : class, IToken
    {
        var all = tokens.OfType<T>().ToList();
        return current is T first && LengthOfCover(first, scopeUrl) >= 0 ? first
            : all.Where(t => LengthOfCover(t, scopeUrl) >= 0).MaxBy(t => LengthOfCover(t, scopeUrl))
                ?? throw new NoTokenForScopeException(scopeUrl, [.. all.SelectMany(t => t.Scopes).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Whether both are of one kind and name the same scopes; never where none are named.</summary>
    public static bool IsReplacedBy(IToken old, IToken fresh) =>
        fresh.Scopes.Count > 0 && old.GetType() == fresh.GetType() && old.Scopes.ToHashSet(StringComparer.Ordinal).SetEquals(fresh.Scopes);

    // The longest scope that covers the address; 0 where the token names none, since then only the server knows; -1 where it does not cover it.
    private static int LengthOfCover(IToken token, Uri address) => token.Scopes.Count == 0 ? 0
        : token.Scopes.Where(scope => ScopeUrl.Covers(scope, address)).Select(scope => new Uri(scope).AbsolutePath.TrimEnd('/').Length + 1).DefaultIfEmpty(-1).Max();
}
