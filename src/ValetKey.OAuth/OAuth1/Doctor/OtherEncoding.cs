using System.Globalization;
using System.Text;

namespace ValetKey.OAuth;

/// <summary>What clients write instead of RFC 5849 §3.6, each laid over the encoding before it.</summary>
internal static class OtherEncoding
{
    public static Func<string, string> SpaceAsPlus(Func<string, string> encode) => text => encode(text).Replace("%20", "+", StringComparison.Ordinal);

    public static Func<string, string> Tilde(Func<string, string> encode) => text => encode(text).Replace("~", "%7E", StringComparison.Ordinal);

    public static Func<string, string> ReservedBare(Func<string, string> encode) => text => encode(text)
        .Replace("%21", "!", StringComparison.Ordinal).Replace("%2A", "*", StringComparison.Ordinal).Replace("%27", "'", StringComparison.Ordinal)
        .Replace("%28", "(", StringComparison.Ordinal).Replace("%29", ")", StringComparison.Ordinal);

    public static Func<string, string> LowerCase(Func<string, string> encode) => text => WithEscapes(encode(text), static hex => hex.ToLowerInvariant());

    public static string Latin1(string text) => string.Concat(Encoding.Latin1.GetBytes(text).Select(octet =>
        octet < 0x80 ? PercentEncoding.Encode(((char)octet).ToString()) : string.Create(CultureInfo.InvariantCulture, $"%{octet:X2}")));

    /// <summary>Rewrites each escape, the two digits of it.</summary>
    public static string WithEscapes(string text, Func<string, string> digits)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            result.Append(text[at]);
            if (text[at] == '%' && at + 2 < text.Length && char.IsAsciiHexDigit(text[at + 1]) && char.IsAsciiHexDigit(text[at + 2]))
            {
                result.Append(digits(text.Substring(at + 1, 2)));
                at += 2;
            }
        }

        return result.ToString();
    }

    /// <summary>Writes the escapes of unreserved characters as these characters.</summary>
    public static string UnreservedBare(string text)
    {
        var result = text;
        foreach (var c in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        {
            result = result.Replace(string.Create(CultureInfo.InvariantCulture, $"%{(int)c:X2}"), c.ToString(), StringComparison.OrdinalIgnoreCase);
        }

        return result;
    }

    /// <summary>Decodes once, or gives <c>null</c> where that cannot be done.</summary>
    public static string? TryDecode(string text, bool plusIsSpace)
    {
        try
        {
            return PercentEncoding.Decode(text.AsSpan(), plusIsSpace);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
