using System.Text.Json;

namespace ValetKey.Playground.Exchanges;

/// <summary>Colours JSON, well-formed or not: it looks at the text alone, and every character comes out once.</summary>
internal static class JsonColours
{
    public static IEnumerable<Run> Of(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var start = at;
            if (text[at] == '"')
            {
                at = StringEnd(text, at);
                var token = text[start..at];
                yield return IsKey(text, at) ? new(RunKind.Key, token) : new(RunKind.Value, token, Address(token));
            }
            else if (IsLiteral(text[at]))
            {
                at = Next(text, at, static c => !IsLiteral(c));
                yield return new(RunKind.Name, text[start..at]);
            }
            else
            {
                at = Next(text, at, static c => c == '"' || IsLiteral(c));
                yield return new(RunKind.Plain, text[start..at]);
            }
        }
    }

    private static bool IsLiteral(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '+' or '.';

    private static int StringEnd(string text, int open)
    {
        for (var i = open + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '"')
            {
                return i + 1;
            }
        }

        return text.Length;
    }

    private static bool IsKey(string text, int after)
    {
        after = Next(text, after, static c => !char.IsWhiteSpace(c));
        return after < text.Length && text[after] == ':';
    }

    private static int Next(string text, int from, Func<char, bool> isWanted)
    {
        while (from < text.Length && !isWanted(text[from]))
        {
            from++;
        }

        return from;
    }

    private static string? Address(string token)
    {
        try
        {
            return token.StartsWith("\"http", StringComparison.Ordinal) ? JsonSerializer.Deserialize<string>(token) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
