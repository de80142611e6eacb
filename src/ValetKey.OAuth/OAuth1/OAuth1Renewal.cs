namespace ValetKey.OAuth;

/// <summary>A token that its provider renews (OAuth Session extension); callers that want it at once share one renewal.</summary>
internal sealed class OAuth1Renewal(OAuth1Token first, Func<OAuth1Token, CancellationToken, Task<OAuth1Token?>> renew)
{
    private readonly Lock _gate = new();
    private Task<bool>? _underWay;
    private volatile OAuth1Token _token = first;

    public OAuth1Token Token => _token;

    /// <summary>The token, renewed if it has ended by then; the old one where that cannot be done.</summary>
    public async ValueTask<OAuth1Token> FreshAsync(DateTimeOffset by, CancellationToken stop)
    {
        var token = _token;
        if (token.SessionHandle is not null && token.ExpiresAt <= by)
        {
            await RenewAsync(token.Token, stop).ConfigureAwait(false);
        }

        return _token;
    }

    /// <param name="stale">The token that ended or was refused.</param>
    /// <param name="stop">Gives up waiting; the renewal goes on for the others.</param>
    /// <returns>Whether another token is at hand now.</returns>
    public Task<bool> RenewAsync(string stale, CancellationToken stop)
    {
        lock (_gate)
        {
            return _token.Token == stale ? (_underWay ??= RunAsync(_token)).WaitAsync(stop) : Task.FromResult(true);
        }
    }

    private async Task<bool> RunAsync(OAuth1Token stale)
    {
        await Task.Yield();         // the lock is left before anything is asked
        try
        {
            if (await renew(stale, CancellationToken.None).ConfigureAwait(false) is not { } fresh)
            {
                return false;
            }

            _token = fresh;
            return true;
        }
        finally
        {
            lock (_gate)
            {
                _underWay = null;
            }
        }
    }
}
