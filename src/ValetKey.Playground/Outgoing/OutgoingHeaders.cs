using System.Collections.Frozen;

namespace ValetKey.Playground.Outgoing;

/// <summary>Reads the headers that a person adds to a request: one a line, <c>Name: value</c>.</summary>
internal static class OutgoingHeaders
{
    private const int MaxCount = 40;
    private const int MaxLength = 4000;

    // What frames the message or leads the connection, and what the Playground writes itself.
    private static readonly FrozenSet<string> Reserved = new[]
    {
        "Host", "Content-Length", "Connection", "Transfer-Encoding", "Upgrade", "TE", "Trailer", "Expect", "Keep-Alive",
        "Proxy-Connection", "Proxy-Authorization", "Authorization", "Content-Type",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="OutgoingRefusedException">Which line breaks which rule.</exception>
    public static IReadOnlyList<(string Name, string Value)> Parse(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length > MaxCount || text.Length > MaxLength)
        {
            throw new OutgoingRefusedException("headers", $"At most {MaxCount} headers of together {MaxLength} characters are sent.");
        }
        return [.. lines.Select(Line)];
    }

    private static (string Name, string Value) Line(string line, int index)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var name = colon > 0 ? line[..colon] : "";
        var value = colon > 0 ? line[(colon + 1)..].Trim(' ', '\t') : "";
        if (name.Length == 0 || !name.All(IsTokenCharacter))
        {
            throw new OutgoingRefusedException("header", $"Line {index + 1} is no header. Write it as 'Name: value'.");
        }
        if (Reserved.Contains(name))
        {
            throw new OutgoingRefusedException("reserved header", name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)
                ? "Content-Type has a field of its own."
                : $"{name} is written by the Playground and cannot be set by hand.");
        }
        if (value.Any(c => c is not '\t' and (< ' ' or > '~')))
        {
            throw new OutgoingRefusedException("header", $"The value of {name} holds a line break, a control character or a letter outside ASCII.");
        }
        return (name, value);
    }

    // RFC 9110 §5.6.2
    private static bool IsTokenCharacter(char c) => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal);
}
