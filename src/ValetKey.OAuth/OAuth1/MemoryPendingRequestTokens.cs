namespace ValetKey.OAuth;

/// <summary>Keeps request tokens of all browsers in memory, each for ten minutes; the oldest go when there are too many.</summary>
/// <param name="time">The clock.</param>
public sealed class MemoryPendingRequestTokens(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly OrderedDictionary<(string Browser, string Token), (OAuth1RequestToken Token, DateTimeOffset Until)> _tokens = [];

    /// <summary>Tokens kept at once. Default 10,000.</summary>
    public int Capacity { get; init; } = 10_000;

    /// <summary>The request tokens of one browser: what another browser began, this one cannot end.</summary>
    /// <param name="browser">What its cookie says: a random text that other browsers do not know.</param>
    public IPendingRequestTokens For(string browser)
    {
        ArgumentException.ThrowIfNullOrEmpty(browser);
        return new OfBrowser(this, browser);
    }

    private sealed class OfBrowser(MemoryPendingRequestTokens all, string browser) : IPendingRequestTokens
    {
        public void Save(OAuth1RequestToken token)
        {
            lock (all._gate)
            {
                all._tokens.Remove((browser, token.Token));
                all._tokens.Add((browser, token.Token), (token, all.Now + Lifetime));
                while (all._tokens.Count > all.Capacity || all._tokens.GetAt(0).Value.Until <= all.Now)
                {
                    all._tokens.RemoveAt(0);
                }
            }
        }

        public OAuth1RequestToken? Take(string token)
        {
            lock (all._gate)
            {
                return all._tokens.Remove((browser, token), out var kept) && kept.Until > all.Now ? kept.Token : null;
            }
        }
    }

    private DateTimeOffset Now => time.GetUtcNow();
}
