namespace ValetKey.Cli.Output;

/// <summary>Rows in columns, for people.</summary>
internal static class Table
{
    public static void Write(Shell shell, IReadOnlyList<string> titles, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var widths = titles.Select((title, at) => rows.Select(r => r[at].Length).Append(title.Length).Max()).ToList();
        shell.Out.WriteLine(shell.InColour(Colour.Bold, Line(titles)));
        foreach (var row in rows)
        {
            shell.Out.WriteLine(Line(row));
        }

        string Line(IReadOnlyList<string> cells) => string.Join("  ", cells.Select((cell, at) => cell.PadRight(widths[at]))).TrimEnd();
    }
}
