namespace ValetKey.Playground.Sessions;

/// <summary>Lets the steps of one session happen one after the other: a state or a code that is used twice at once must not pass twice.</summary>
internal sealed class SessionLocks : IDisposable
{
    // Sessions share a lock by chance; with this many, hardly ever two that are busy.
    private readonly SemaphoreSlim[] _locks = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1, 1))];

    /// <returns>Dispose it to let the next one in.</returns>
    public async Task<IDisposable> EnterAsync(string handle, CancellationToken stop)
    {
        var chosen = _locks[(uint)handle.GetHashCode(StringComparison.Ordinal) % _locks.Length];
        await chosen.WaitAsync(stop);
        return new Release(chosen);
    }

    public void Dispose() => Array.ForEach(_locks, l => l.Dispose());

    private sealed class Release(SemaphoreSlim taken) : IDisposable
    {
        public void Dispose() => taken.Release();
    }
}
