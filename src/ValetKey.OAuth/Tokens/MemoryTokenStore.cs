namespace ValetKey.OAuth;

/// <summary>Keeps tokens in memory, for as long as the process lives.</summary>
public sealed class MemoryTokenStore : ITokenStore
{
    private readonly Lock _gate = new();
    private readonly List<IToken> _tokens = [];
    private IToken? _current;

    /// <inheritdoc/>
    public Task AddAsync(IToken token, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        lock (_gate)
        {
            Add(token);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task SetCurrentAsync(IToken? token, CancellationToken stop = default)
    {
        lock (_gate)
        {
            if (token is not null && !_tokens.Contains(token))
            {
                Add(token);
            }

            _current = token;
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<T> FindAsync<T>(Uri scopeUrl, CancellationToken stop = default)
        where T : class, IToken
    {
        ArgumentNullException.ThrowIfNull(scopeUrl);
        lock (_gate)
        {
            return _current is T current && LengthOfCover(current, scopeUrl) >= 0 ? Task.FromResult(current)
                : _tokens.OfType<T>().Where(t => LengthOfCover(t, scopeUrl) >= 0).MaxBy(t => LengthOfCover(t, scopeUrl)) is { } best ? Task.FromResult(best)
                : throw new NoTokenForScopeException(scopeUrl, [.. _tokens.OfType<T>().SelectMany(t => t.Scopes).Distinct(StringComparer.Ordinal)]);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<IToken>> ListAsync(CancellationToken stop = default)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<IToken>>([.. _tokens]);
        }
    }

    /// <inheritdoc/>
    public Task RemoveAsync(IToken token, CancellationToken stop = default)
    {
        lock (_gate)
        {
            _tokens.Remove(token);
            _current = Equals(_current, token) ? null : _current;
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ReplaceAsync(IToken old, IToken fresh, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(fresh);
        lock (_gate)
        {
            var at = _tokens.IndexOf(old);
            if (at < 0)
            {
                Add(fresh);
            }
            else
            {
                _tokens[at] = fresh;
            }

            _current = Equals(_current, old) ? fresh : _current;
        }

        return Task.CompletedTask;
    }

    private void Add(IToken token)
    {
        if (token.Scopes.Count > 0)
        {
            _tokens.RemoveAll(t => t.GetType() == token.GetType() && t.Scopes.ToHashSet(StringComparer.Ordinal).SetEquals(token.Scopes));
        }

        _tokens.Add(token);
    }

    // The longest scope that covers the address; 0 where the token names none, since then only the server knows; -1 where it does not cover it.
    private static int LengthOfCover(IToken token, Uri address) => token.Scopes.Count == 0 ? 0
        : token.Scopes.Where(scope => ScopeUrl.Covers(scope, address)).Select(scope => new Uri(scope).AbsolutePath.TrimEnd('/').Length + 1).DefaultIfEmpty(-1).Max();
}
