namespace ValetKey.Playground.Exchanges;

/// <summary>Colours a message: the first word, the names of its headers, the link of a redirect. What follows the headers stays as it is.</summary>
internal static class MessageColours
{
    public static IEnumerable<Run> Of(string text, string own)
    {
        text = VisibleText.Of(text);
        var end = text.IndexOf("\n\n", StringComparison.Ordinal) is >= 0 and var found ? found : text.Length;
        var isFirst = true;
        foreach (var line in text[..end].Split('\n'))
        {
            var space = line.IndexOf(isFirst ? ' ' : ':', StringComparison.Ordinal);
            if (!isFirst)
            {
                yield return new(RunKind.Plain, "\n");
            }

            if (space < 0 || line.StartsWith(' '))
            {
                yield return new(RunKind.Plain, line);
            }
            else
            {
                yield return new(isFirst ? RunKind.Name : RunKind.Key, line[..space]);
                var value = line[space..].TrimStart(':', ' ');
                var isLink = line.StartsWith("Location:", StringComparison.OrdinalIgnoreCase) && value.StartsWith(own + "/", StringComparison.Ordinal);
                yield return new(RunKind.Plain, line[space..^value.Length]);
                yield return new(isLink ? RunKind.Value : RunKind.Plain, value, isLink ? value : null);
            }

            isFirst = false;
        }

        yield return new(RunKind.Plain, text[end..]);
    }
}
