namespace ValetKey.Server.Workspace.Reading;

/// <summary>Which known word somebody meant.</summary>
internal static class NearestName
{
    /// <returns>Null when none is near: more than a third of the letters would have to change.</returns>
    public static string? Of(string word, IEnumerable<string> known)
    {
        var nearest = known.Select(name => (Name: name, Distance: Distance(word.ToLowerInvariant(), name.ToLowerInvariant()))).OrderBy(n => n.Distance).FirstOrDefault();
        return nearest.Name is not null && nearest.Distance <= Math.Max(1, Math.Max(word.Length, nearest.Name.Length) / 3) ? nearest.Name : null;
    }

    /// <summary>Letters to insert, remove or replace (Levenshtein), of words of at most 64 letters.</summary>
    private static int Distance(string a, string b)
    {
        if (a.Length > 64 || b.Length > 64)
        {
            return int.MaxValue;
        }

        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
