namespace ValetKey.Playground.Exchanges;

/// <summary>The exchanges of a tab, oldest first, bounded in number and in text.</summary>
public sealed class ExchangeLog
{
    private const int MaxEntries = 30;
    private const int MaxText = 4 * 1024 * 1024;

    public IReadOnlyList<Exchange> Entries { get; set; } = [];

    /// <summary>The number of the last exchange, cleared ones counted.</summary>
    public int Last { get; set; }

    public void Add(Exchange exchange)
    {
        Exchange[] entries = [.. Entries.TakeLast(MaxEntries - 1), exchange with { Number = ++Last }];
        var text = 0L;
        for (var i = entries.Length - 1; i >= 0; i--)
        {
            text += entries[i].Request.Length + (entries[i].Answer?.Body.Length ?? 0);
            if (text > MaxText && i < entries.Length - 1 && entries[i].Answer is { Body.Length: > 0 } answer)
            {
                entries[i] = entries[i] with { Answer = answer with { Body = "", Remark = "Newer exchanges took the room; this body is no longer kept.", IsPartial = true } };
            }
        }

        Entries = entries;
    }

    /// <summary>Puts the end of a browser's trip in the place of its beginning, if that is still there.</summary>
    public void Replace(int number, Func<Exchange, Exchange> change) => Entries = [.. Entries.Select(e => e.Number == number ? change(e) : e)];

    public void Clear() => Entries = [];
}
