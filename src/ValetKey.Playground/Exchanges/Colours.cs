using ValetKey.Playground.Outgoing;

namespace ValetKey.Playground.Exchanges;

/// <summary>Parts the text of a body into coloured runs, with the links of this server marked.</summary>
internal static class Colours
{
    // Beyond this, a page of spans would weigh many times its text.
    private const int MaxColoured = 200_000;

    public static IEnumerable<Run> Of(BodyKind kind, string text, string own)
    {
        var coloured = text.Length <= MaxColoured ? text : text[..MaxColoured];
        var runs = kind switch
        {
            BodyKind.Xml => XmlColours.Of(coloured),
            BodyKind.Json => JsonColours.Of(coloured),
            _ => [new Run(RunKind.Plain, coloured)],
        };
        foreach (var run in runs)
        {
            yield return run with { Text = VisibleText.Of(run.Text), Link = IsOfThisServer(run.Link, own) ? run.Link : null };
        }

        if (text.Length > MaxColoured)
        {
            yield return new(RunKind.Plain, VisibleText.Of(text[MaxColoured..]));
        }
    }

    private static bool IsOfThisServer(string? link, string own) => link is { Length: <= OutgoingUrl.MaxLength }
        && link.StartsWith(own + "/", StringComparison.Ordinal)
        && !link.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
}
