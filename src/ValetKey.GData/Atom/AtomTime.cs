using System.Globalization;

namespace ValetKey.GData.Atom;

/// <summary>A time as Atom writes it: RFC 3339 with the offset that was meant, milliseconds when written.</summary>
public static class AtomTime
{
    /// <summary>Reads <c>2011-06-01T09:30:00.123+02:00</c>; the offset stays. Forgiving as the RFC allows: lower case, a space for the <c>T</c>, white space around it, and second 60 where a leap second can be, read as the next second.</summary>
    /// <param name="text">Digits beyond 100 nanoseconds are cut.</param>
    /// <param name="time">The time; its default when the text is none.</param>
    /// <returns>False for no such day or hour, no offset, an offset beyond 14:00, or a year before 1.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset time)
    {
        time = default;
        text = text.Trim(" \t\r\n");
        if (text.Length < 20 || text[4] != '-' || text[7] != '-' || (text[10] | 0x20) is not ('t' or ' ') || text[13] != ':' || text[16] != ':'
            || !Digits(text[..4], out var year) || !Digits(text[5..7], out var month) || !Digits(text[8..10], out var day)
            || !Digits(text[11..13], out var hour) || !Digits(text[14..16], out var minute) || !Digits(text[17..19], out var second))
        {
            return false;
        }

        if (!TryFraction(text[19..], out var fraction, out var offsetText) || !TryOffset(offsetText, out var offset)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 60)
        {
            return false;
        }

        var leap = second == 60;
        var local = new DateTime(year, month, day, hour, minute, leap ? 59 : second).Ticks + fraction + (leap ? TimeSpan.TicksPerSecond : 0);
        var utc = local - offset.Ticks;
        if (utc < 0 || utc > DateTime.MaxValue.Ticks || local > DateTime.MaxValue.Ticks || (leap && !CanHoldLeapSecond(utc)))
        {
            return false;
        }

        time = new(local, offset);
        return true;
    }

    /// <summary>Writes <c>2011-06-01T07:30:00.123Z</c>, or the offset when it is not zero. Finer digits are cut, not rounded.</summary>
    public static string Format(DateTimeOffset time) => time.Offset == TimeSpan.Zero
        ? time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)
        : time.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    private static bool Digits(ReadOnlySpan<char> text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static bool TryFraction(ReadOnlySpan<char> text, out long ticks, out ReadOnlySpan<char> rest)
    {
        ticks = 0;
        rest = text;
        if (text[0] != '.')
        {
            return true;
        }

        var digits = text[1..].IndexOfAnyExceptInRange('0', '9');
        if (digits < 1)
        {
            return false;
        }

        for (var i = 0; i < 7; i++)
        {
            ticks = (10 * ticks) + (i < digits ? text[1 + i] - '0' : 0);
        }

        rest = text[(1 + digits)..];
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = default;
        if (text is ['Z' or 'z'])
        {
            return true;
        }

        if (text is not [('+' or '-') and var sign, _, _, ':', _, _] || !Digits(text[1..3], out var hours) || !Digits(text[4..6], out var minutes)
            || minutes > 59 || (60 * hours) + minutes > 14 * 60)
        {
            return false;
        }

        offset = TimeSpan.FromMinutes((sign == '-' ? -1 : 1) * ((60 * hours) + minutes));
        return true;
    }

    // RFC 3339 §5.7: a leap second is the last of June or December, UTC; read on, it is the first of the next month.
    private static bool CanHoldLeapSecond(long nextSecondTicks) =>
        new DateTime(nextSecondTicks) is { Day: 1, Month: 1 or 7, Hour: 0, Minute: 0, Second: 0 };
}
