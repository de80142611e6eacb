using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace ValetKey.OAuth;

/// <summary>The one escaping of OAuth 1.0: UTF-8, everything but letters, digits and <c>-._~</c> as upper-case <c>%XX</c> (RFC 5849 §3.6).</summary>
public static class PercentEncoding
{
    private static readonly SearchValues<char> Unreserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    private static readonly SearchValues<char> Visible = SearchValues.Create([.. Enumerable.Range('!', '~' - '!' + 1).Select(c => (char)c)]);

    /// <summary>Escapes a text once.</summary>
    /// <exception cref="ArgumentException">The text holds a lone surrogate, so it has no UTF-8 form.</exception>
    public static string Encode(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Encode(value, Unreserved);
    }

    /// <summary>Unescapes once. A <c>+</c> stays a plus, and text that was never escaped stays as it is.</summary>
    /// <exception cref="FormatException">A <c>%</c> without two hexadecimal digits, bytes that are no UTF-8, or a lone surrogate.</exception>
    public static string Decode(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Decode(value.AsSpan(), plusIsSpace: false);
    }

    /// <summary>How many characters at the start need no escape.</summary>
    internal static int CountBare(ReadOnlySpan<char> text)
    {
        var first = text.IndexOfAnyExcept(Unreserved);
        return first < 0 ? text.Length : first;
    }

    /// <summary>Whether a text has nothing in it that an address must escape: visible ASCII alone.</summary>
    internal static bool IsVisible(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Visible);

    internal static bool IsBare(char c) => Unreserved.Contains(c);

    internal static string Encode(string value, SearchValues<char> bare)
    {
        var first = value.AsSpan().IndexOfAnyExcept(bare);
        if (first < 0)
        {
            return value;
        }

        var encoded = new StringBuilder(value.Length + 16).Append(value, 0, first);
        Span<byte> utf8 = stackalloc byte[4];
        for (var at = first; at < value.Length;)
        {
            if (bare.Contains(value[at]))
            {
                encoded.Append(value[at++]);
                continue;
            }

            if (Rune.DecodeFromUtf16(value.AsSpan(at), out var rune, out var consumed) != OperationStatus.Done)
            {
                throw new ArgumentException($"The text has a lone surrogate at position {at.ToString(CultureInfo.InvariantCulture)}, so it has no UTF-8 form.", nameof(value));
            }

            foreach (var octet in utf8[..rune.EncodeToUtf8(utf8)])
            {
                encoded.Append('%').Append(Upper(octet >> 4)).Append(Upper(octet & 0xF));
            }

            at += consumed;
        }

        return encoded.ToString();
    }

    internal static string Decode(ReadOnlySpan<char> value, bool plusIsSpace)
    {
        if (value.IndexOfAnyExceptInRange('\0', '\x7F') < 0 && !value.Contains('%') && !(plusIsSpace && value.Contains('+')))
        {
            return value.ToString();
        }

        var octets = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(value.Length));
        try
        {
            var decoded = octets.AsSpan(0, DecodeOctets(value, plusIsSpace, octets));
            return Utf8.IsValid(decoded) ? Encoding.UTF8.GetString(decoded) : throw new FormatException("The escaped bytes are no UTF-8.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(octets, clearArray: true);
        }
    }

    /// <summary>Unescapes ASCII into <paramref name="decoded"/>.</summary>
    /// <returns>How many characters; -1 where the text is malformed, more than ASCII, or too long.</returns>
    internal static int DecodeAscii(ReadOnlySpan<char> value, Span<char> decoded)
    {
        var count = 0;
        for (var at = 0; at < value.Length; at++)
        {
            var c = value[at];
            if (c == '%')
            {
                if (at + 2 >= value.Length || !char.IsAsciiHexDigit(value[at + 1]) || !char.IsAsciiHexDigit(value[at + 2]))
                {
                    return -1;
                }

                c = (char)((Digit(value[at + 1]) << 4) | Digit(value[at + 2]));
                at += 2;
            }

            if (c >= 0x80 || count == decoded.Length)
            {
                return -1;
            }

            decoded[count++] = c;
        }

        return count;
    }

    private static int DecodeOctets(ReadOnlySpan<char> value, bool plusIsSpace, Span<byte> octets)
    {
        var count = 0;
        for (var at = 0; at < value.Length;)
        {
            var c = value[at];
            if (c == '%')
            {
                if (at + 2 >= value.Length || !char.IsAsciiHexDigit(value[at + 1]) || !char.IsAsciiHexDigit(value[at + 2]))
                {
                    throw new FormatException($"The % at position {at.ToString(CultureInfo.InvariantCulture)} is not followed by two hexadecimal digits.");
                }

                octets[count++] = (byte)((Digit(value[at + 1]) << 4) | Digit(value[at + 2]));
                at += 3;
            }
            else if (c < 0x80)
            {
                octets[count++] = c == '+' && plusIsSpace ? (byte)' ' : (byte)c;
                at++;
            }
            else
            {
                if (Rune.DecodeFromUtf16(value[at..], out var rune, out var consumed) != OperationStatus.Done)
                {
                    throw new FormatException($"There is a lone surrogate at position {at.ToString(CultureInfo.InvariantCulture)}.");
                }

                count += rune.EncodeToUtf8(octets[count..]);
                at += consumed;
            }
        }

        return count;
    }

    internal static char Upper(int digit) => (char)(digit < 10 ? '0' + digit : 'A' + digit - 10);

    internal static int Digit(char hex) => char.IsAsciiDigit(hex) ? hex - '0' : (hex | 0x20) - 'a' + 10;
}
