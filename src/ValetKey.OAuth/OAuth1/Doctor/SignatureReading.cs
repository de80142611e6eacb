using System.Globalization;
using System.Text;

namespace ValetKey.OAuth;

/// <summary>A received signature as bytes, and what had to be undone to read them.</summary>
/// <param name="Octets">The digest or RSA signature.</param>
/// <param name="Spoilt">What happened to it on the way; <c>null</c> for nothing.</param>
/// <param name="IsBeginning">Whether the octets are only the first ones.</param>
internal sealed record SignatureReading(byte[] Octets, DoctorCause? Spoilt, bool IsBeginning = false)
{
    private const int MaxLength = 4096;
    private const int ShortestBeginning = 8;        // octets: a chance hit among thousands of tries is out of the question

    /// <summary>All ways of reading it, the right one first.</summary>
    public static IEnumerable<SignatureReading> Of(string received)
    {
        if (received.Length > MaxLength)
        {
            yield break;
        }

        if (Base64(received) is { } plain && Convert.ToBase64String(plain) == received)
        {
            yield return new(plain, null);
        }

        var changed = new (string Text, DoctorCause Cause)[]
        {
            (received.Replace(' ', '+'), DoctorCause.SignatureNotEncoded),
            (OtherEncoding.TryDecode(received, plusIsSpace: false) ?? received, DoctorCause.SignatureEncodedTwice),
            (string.Concat(received.Where(c => !char.IsWhiteSpace(c))), DoctorCause.SignatureWhitespace),
            (Padded(received), DoctorCause.SignaturePadding),
            (Padded(received.Replace('-', '+').Replace('_', '/')), DoctorCause.SignatureBase64Url),
        };
        foreach (var (text, cause) in changed.Where(c => c.Text != received))
        {
            if (Base64(text) is { } octets)
            {
                yield return new(octets, cause);
            }
        }

        if (Hex(received) is { } digest)
        {
            yield return new(digest, DoctorCause.SignatureHex);
        }

        if (Base64(received) is { } ascii && Hex(Encoding.ASCII.GetString(ascii)) is { } inner)
        {
            yield return new(inner, DoctorCause.SignatureHex);
        }

        if (Base64(received[..(received.Length / 4 * 4)]) is { Length: >= ShortestBeginning } beginning)
        {
            yield return new(beginning, DoctorCause.SignatureTruncated, IsBeginning: true);
        }
    }

    public bool Fits(byte[] computed) => IsBeginning
        ? computed.Length > Octets.Length && computed.AsSpan().StartsWith(Octets)
        : computed.AsSpan().SequenceEqual(Octets);

    private static string Padded(string text) => text + (text.TrimEnd('=').Length % 4) switch { 2 when !text.EndsWith('=') => "==", 3 when !text.EndsWith('=') => "=", _ => "" };

    private static byte[]? Base64(string text)
    {
        var octets = new byte[text.Length];
        return text.Length % 4 == 0 && text.Length > 0 && Convert.TryFromBase64String(text, octets, out var count) ? octets[..count] : null;
    }

    private static byte[]? Hex(string text) => text.Length is 40 or 64 or 128 or 256 or 512 or 1024 && text.All(char.IsAsciiHexDigit)
        ? Convert.FromHexString(text.ToUpper(CultureInfo.InvariantCulture)) : null;
}
