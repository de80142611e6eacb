using System.Text;

namespace ValetKey.Server.Directory;

/// <summary>A given or family name.</summary>
internal static class PersonName
{
    public const string Rule = "Use 1 to 40 characters that can be printed, not only blanks.";

    private const int LongestName = 40;

    /// <summary>Whether people and every wire format can show it: no control characters, no halves of characters.</summary>
    public static bool IsValid(string name) =>
        name.Length <= LongestName && !string.IsNullOrWhiteSpace(name)
        && name.EnumerateRunes().All(rune => rune != Rune.ReplacementChar && !Rune.IsControl(rune) && rune.Value is not (0xFFFE or 0xFFFF));
}
