namespace ValetKey.OAuth;

/// <summary>
/// One refresh for many callers who hold the same token. The outcome is remembered for a while, so that a caller who comes late with the old token
/// gets the new one and does not use a refresh token twice, which servers that rotate take for theft.
/// </summary>
internal sealed class RefreshFlights
{
    private const int Remembered = 64;

    private readonly Lock _gate = new();
    private readonly OrderedDictionary<string, Task<OAuth2Result>> _flights = new(StringComparer.Ordinal);

    /// <param name="stale">The token that is to be renewed.</param>
    /// <param name="refresh">Renews it; called for the first of the callers. It is not cancelled when one of them gives up.</param>
    /// <param name="stop">Gives up waiting.</param>
    public Task<OAuth2Result> JoinAsync(OAuth2Token stale, Func<Task<OAuth2Result>> refresh, CancellationToken stop)
    {
        var key = $"{stale.AccessToken.Reveal()} {stale.RefreshToken?.Reveal()}";
        lock (_gate)
        {
            if (!_flights.TryGetValue(key, out var flight) || flight.IsCompleted && !HasGranted(flight))
            {
                _flights.Remove(key);
                _flights.Add(key, flight = Task.Run(refresh, CancellationToken.None));
                while (_flights.Count > Remembered && _flights.GetAt(0).Value.IsCompleted)
                {
                    _flights.RemoveAt(0);
                }
            }

            return flight.WaitAsync(stop);
        }
    }

    private static bool HasGranted(Task<OAuth2Result> flight) => flight.IsCompletedSuccessfully && flight.Result is OAuth2Result.Granted;
}
