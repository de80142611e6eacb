using System.Globalization;
using System.Text;

namespace ValetKey.Server.Accounts;

/// <summary>An application's name is its own words: cut, on one line, and isolated, so that it cannot turn the sentence around it.</summary>
internal static class DisplayedName
{
    private const int Longest = 60;

    public static string Of(string name)
    {
        var printable = string.Concat(name.EnumerateRunes().Where(rune => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format)));
        return $"\u2068{(printable.Length > Longest ? printable[..Longest] + "…" : printable)}\u2069";
    }
}
