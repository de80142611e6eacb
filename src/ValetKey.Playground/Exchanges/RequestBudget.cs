namespace ValetKey.Playground.Exchanges;

/// <summary>How many requests a session may still send: 100 in any minute.</summary>
internal sealed class RequestBudget
{
    public const int PerMinute = 100;

    /// <summary>When the requests of the last minute were sent, in Unix milliseconds, oldest first.</summary>
    public List<long> Sent { get; set; } = [];

    /// <returns>Null when the request may go; otherwise how long to wait.</returns>
    public TimeSpan? Take(DateTimeOffset now)
    {
        var time = now.ToUnixTimeMilliseconds();
        Sent.RemoveAll(sent => sent <= time - 60_000);
        if (Sent.Count >= PerMinute)
        {
            return TimeSpan.FromMilliseconds(Sent[0] + 60_000 - time);
        }

        Sent.Add(time);
        return null;
    }
}
