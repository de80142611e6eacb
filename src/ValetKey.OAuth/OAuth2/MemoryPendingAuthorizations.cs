namespace ValetKey.OAuth;

/// <summary>Keeps authorization requests of all browsers in memory, each for ten minutes; the oldest go when there are too many.</summary>
/// <param name="time">The clock.</param>
public sealed class MemoryPendingAuthorizations(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly OrderedDictionary<(string Browser, string State), (AuthorizationRequest Request, DateTimeOffset Until)> _requests = [];

    /// <summary>Requests kept at once. Default 10,000.</summary>
    public int Capacity { get; init; } = 10_000;

    /// <summary>The requests of one browser.</summary>
    /// <param name="browser">What its cookie says: a random text that other browsers do not know.</param>
    public IPendingAuthorizations For(string browser)
    {
        ArgumentException.ThrowIfNullOrEmpty(browser);
        return new OfBrowser(this, browser);
    }

    private sealed class OfBrowser(MemoryPendingAuthorizations all, string browser) : IPendingAuthorizations
    {
        public void Save(AuthorizationRequest request)
        {
            lock (all._gate)
            {
                all._requests.Remove((browser, request.State));
                all._requests.Add((browser, request.State), (request, all.Now + Lifetime));
                while (all._requests.Count > all.Capacity || all._requests.GetAt(0).Value.Until <= all.Now)
                {
                    all._requests.RemoveAt(0);
                }
            }
        }

        public AuthorizationRequest? Take(string state)
        {
            lock (all._gate)
            {
                return all._requests.Remove((browser, state), out var kept) && kept.Until > all.Now ? kept.Request : null;
            }
        }
    }

    private DateTimeOffset Now => time.GetUtcNow();
}
