using System.Globalization;
using System.Text;

namespace ValetKey.Server.OAuth2;

/// <summary>Text of others for people to read: what cannot be seen is named, what is endless is cut.</summary>
internal static class Printable
{
    /// <param name="longest">In characters; what follows becomes an ellipsis.</param>
    public static string Of(string text, int longest = 200)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length >= longest)
            {
                return shown.Append('…').ToString();
            }

            _ = IsVisible(rune) ? shown.Append(rune) : shown.Append('[').Append(CodePoint(rune)).Append(']');
        }

        return shown.ToString();
    }

    /// <returns>Such as <c>U+0430</c>.</returns>
    public static string CodePoint(Rune rune) => string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}");

    private static bool IsVisible(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
