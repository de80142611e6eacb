namespace ValetKey.Playground.Doctor;

/// <summary>A base string around the place where it differs from another: what both have, what only this one has, what both have again.</summary>
internal sealed record Excerpt(string Before, string Own, string After)
{
    private const int MostBefore = 36;
    private const int MostOwn = 300;
    private const int MostAfter = 40;

    public static Excerpt Of(string text, string other)
    {
        var start = text.AsSpan().CommonPrefixLength(other);
        var end = 0;
        while (end < Math.Min(text.Length, other.Length) - start && text[^(end + 1)] == other[^(end + 1)])
        {
            end++;
        }

        var (before, own, after) = (text[..start], text[start..^end], text[^end..]);
        return new(
            before.Length <= MostBefore ? before : "…" + FromParameter(before[^MostBefore..]),
            own.Length <= MostOwn ? own : own[..MostOwn] + " …",
            after.Length <= MostAfter ? after : after[..MostAfter] + " …");
    }

    // Begins with a whole parameter where there is one.
    private static string FromParameter(string text) => text.IndexOf("%26", StringComparison.OrdinalIgnoreCase) is var joint and >= 0 && joint + 3 < text.Length ? text[(joint + 3)..] : text;
}
