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
            return Task.FromResult(TokenChoice.For<T>(scopeUrl, _tokens, _current));
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
        _tokens.RemoveAll(t => TokenChoice.IsReplacedBy(t, token));
        _tokens.Add(token);
    }
}
