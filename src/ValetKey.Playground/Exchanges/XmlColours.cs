using System.Net;

namespace ValetKey.Playground.Exchanges;

/// <summary>Colours XML, well-formed or not: it looks at the text alone, and every character comes out once.</summary>
internal static class XmlColours
{
    public static IEnumerable<Run> Of(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf('<', at);
            if (open < 0)
            {
                yield return new(RunKind.Plain, text[at..]);
                yield break;
            }

            if (open > at)
            {
                yield return new(RunKind.Plain, text[at..open]);
            }

            var quiet = text.AsSpan(open) switch
            {
                ['<', '?', ..] => "?>",
                ['<', '!', '-', '-', ..] => "-->",
                ['<', '!', ..] => ">",
                _ => null,
            };
            at = quiet is null ? TagEnd(text, open) : After(text, open, quiet);
            if (quiet is not null)
            {
                yield return new(RunKind.Quiet, text[open..at]);
                continue;
            }

            foreach (var run in Tag(text[open..at]))
            {
                yield return run;
            }
        }
    }

    private static IEnumerable<Run> Tag(string tag)
    {
        var at = tag.StartsWith("</", StringComparison.Ordinal) ? 2 : 1;
        yield return new(RunKind.Plain, tag[..at]);
        var name = Next(tag, at, static c => char.IsWhiteSpace(c) || c is '/' or '>');
        yield return new(RunKind.Name, tag[at..name]);
        at = name;
        while (at < tag.Length)
        {
            var quote = tag.AsSpan(at).IndexOfAny('"', '\'');
            if (quote < 0)
            {
                yield return new(RunKind.Plain, tag[at..]);
                yield break;
            }

            quote += at;
            var key = Next(tag, at, static c => !char.IsWhiteSpace(c));
            var equals = Next(tag, key, static c => c is '=' or '"' or '\'');
            yield return new(RunKind.Plain, tag[at..key]);
            yield return new(RunKind.Key, tag[key..equals]);
            yield return new(RunKind.Plain, tag[equals..(quote + 1)]);
            at = Next(tag, quote + 1, c => c == tag[quote]);
            var value = tag[(quote + 1)..at];
            yield return new(RunKind.Value, value, WebUtility.HtmlDecode(value));
            if (at < tag.Length)
            {
                yield return new(RunKind.Plain, tag[at..++at]);
            }
        }
    }

    private static int After(string text, int from, string ending)
    {
        var found = text.IndexOf(ending, from, StringComparison.Ordinal);
        return found < 0 ? text.Length : found + ending.Length;
    }

    // A '>' inside quotes does not end a tag.
    private static int TagEnd(string text, int open)
    {
        var quote = '\0';
        for (var i = open; i < text.Length; i++)
        {
            if (quote != '\0')
            {
                quote = text[i] == quote ? '\0' : quote;
            }
            else if (text[i] is '"' or '\'')
            {
                quote = text[i];
            }
            else if (text[i] == '>')
            {
                return i + 1;
            }
        }

        return text.Length;
    }

    private static int Next(string text, int from, Func<char, bool> isWanted)
    {
        while (from < text.Length && !isWanted(text[from]))
        {
            from++;
        }

        return from;
    }
}
