using ValetKey.OAuth;

namespace ValetKey.Cli.Output;

/// <summary>A diagnosis for people: the cause first, then where the two base strings part, then what to do.</summary>
internal static class DiagnosisText
{
    public static void Write(Shell shell, Diagnosis diagnosis)
    {
        var output = shell.Out;
        output.WriteLine(shell.InColour(diagnosis.IsFine ? Colour.Green : Colour.Red, $"{diagnosis.Cause.Title} ({diagnosis.Cause.Id})") + SuretyOf(diagnosis));
        foreach (var finding in diagnosis.Findings)
        {
            output.WriteLine($"  {(finding.Cause == diagnosis.Cause ? "" : $"also {finding.Cause.Id}: ")}{finding.Detail}");
        }

        foreach (var alternative in diagnosis.Alternatives)
        {
            output.WriteLine($"  The same bytes come from: {string.Join(" with ", alternative.Select(c => c.Id))}");
        }

        if (diagnosis.Difference is { } difference)
        {
            output.WriteLine($"\nThe base strings part at character {difference.Position}: {difference.Origin}");
            output.WriteLine($"  server  …{Marked(shell, difference.Server, diagnosis.ServerBaseString!, difference.Position)}");
            output.WriteLine($"  client  …{Marked(shell, difference.Client, diagnosis.ClientBaseString!, difference.Position)}");
            output.WriteLine($"           {new string(' ', Math.Min(12, difference.Position))}^");
        }

        Block(shell, "What should be signed", diagnosis.ServerBaseString);
        Block(shell, "What the client signed", diagnosis.ClientBaseString == diagnosis.ServerBaseString ? null : diagnosis.ClientBaseString);
        if (!diagnosis.IsFine)
        {
            Block(shell, "What to do", diagnosis.Mend);
        }

        if (diagnosis.Notes.Count > 0)
        {
            Block(shell, "Looked at besides", string.Join("\n  ", diagnosis.Notes));
        }
    }

    private static string SuretyOf(Diagnosis diagnosis) => diagnosis.IsFine ? "" : diagnosis.Certainty switch
    {
        Certainty.Known => ": known, since it gives just what came",
        Certainty.Suspected => ": suspected, not proven",
        _ => "",
    };

    private static void Block(Shell shell, string title, string? text)
    {
        if (text is not null)
        {
            shell.Out.WriteLine($"\n{shell.InColour(Colour.Bold, title)}\n  {text}");
        }
    }

    private static string Marked(Shell shell, string around, string whole, int position)
    {
        var at = Math.Min(12, position);
        return (at < around.Length ? around[..at] + shell.InColour(Colour.Red, around[at].ToString()) + around[(at + 1)..] : around) + (position + 12 < whole.Length ? "…" : "");
    }
}
