using System.Globalization;

namespace ValetKey.OAuth;

/// <summary>How far the clocks of providers are from ours, as they told when they refused a timestamp. Bounded in number and in size. Thread-safe.</summary>
internal sealed class ClockCorrections
{
    /// <summary>Who is told that more than a day is wrong believes nobody: the refusal stands.</summary>
    public static readonly TimeSpan Most = TimeSpan.FromDays(1);

    private const int Capacity = 64;

    private readonly Lock _gate = new();
    private Dictionary<string, long>? _seconds;

    /// <summary>Seconds to add to our clock for the server of that authority.</summary>
    public long Of(ReadOnlySpan<char> authority)
    {
        if (Volatile.Read(ref _seconds) is null)
        {
            return 0;
        }

        lock (_gate)
        {
            return _seconds!.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(authority, out var seconds) ? seconds : 0;
        }
    }

    /// <summary>Learns from an answer with <c>timestamp_refused</c>.</summary>
    /// <param name="authority">Who answered.</param>
    /// <param name="clock">Our clock.</param>
    /// <param name="acceptable">The value of <c>oauth_acceptable_timestamps</c>, <c>from-to</c>; the clock is set to its middle.</param>
    /// <param name="date">The <c>Date</c> of the answer, which counts where there is no such value.</param>
    /// <returns>Whether the correction has changed by a second or more, so that the request is worth sending again.</returns>
    public bool Learn(string authority, DateTimeOffset clock, string? acceptable, DateTimeOffset? date)
    {
        if ((Middle(acceptable) ?? date?.ToUnixTimeSeconds()) is not { } theirs)
        {
            return false;
        }

        var difference = theirs - clock.ToUnixTimeSeconds();
        if (Math.Abs(difference) > (long)Most.TotalSeconds)
        {
            return false;
        }

        lock (_gate)
        {
            var seconds = _seconds ?? new(StringComparer.OrdinalIgnoreCase);
            if (seconds.GetValueOrDefault(authority) == difference)
            {
                return false;
            }

            if (seconds.Count >= Capacity)
            {
                seconds.Clear();
            }

            seconds[authority] = difference;
            Volatile.Write(ref _seconds, seconds);
            return true;
        }
    }

    private static long? Middle(string? acceptable)
    {
        var dash = acceptable?.IndexOf('-', StringComparison.Ordinal) ?? -1;
        return dash > 0
            && long.TryParse(acceptable.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && long.TryParse(acceptable.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var to)
            && from <= to && to <= 99_999_999_999_999 ? from + (to - from) / 2 : null;
    }
}
