using System.Globalization;
using System.Text;

namespace ValetKey.Playground.Exchanges;

/// <summary>Text of others, with the characters that would not be seen, or would turn the reading direction, written out.</summary>
internal static class VisibleText
{
    public static string Of(string text)
    {
        if (!text.Any(IsHidden))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            _ = IsHidden(c) ? visible.Append(CultureInfo.InvariantCulture, $"‹U+{(int)c:X4}›") : visible.Append(c);
        }

        return visible.ToString();
    }

    private static bool IsHidden(char c) => c is not ('\n' or '\t' or '\r')
        && (char.IsControl(c) || c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));
}
