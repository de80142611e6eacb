using System.Net;
using System.Text.RegularExpressions;

namespace ValetKey.OAuth;

/// <summary>Finds the base string that a server put into its refusal: as <c>oauth_signature_base_string</c>, <c>base_string:</c>, <c>debug_sbs</c>, or in a sentence; plain, in a form, in JSON or in markup.</summary>
internal static partial class StatedBaseString
{
    private const int MaxLength = 1024 * 1024;

    public static string? Find(string? body)
    {
        if (body is null || body.Length > MaxLength)
        {
            return null;
        }

        var bare = WebUtility.HtmlDecode(body.Replace("\\u0026", "&", StringComparison.OrdinalIgnoreCase).Replace("\\/", "/", StringComparison.Ordinal));
        return In(bare) ?? (OtherEncoding.TryDecode(bare, plusIsSpace: false) is { } decoded ? In(decoded) : InEscaped(bare));
    }

    private static string? In(string text) => Plain().Match(text) is { Success: true } match ? match.Value : null;

    // Where the page around it cannot be decoded as a whole.
    private static string? InEscaped(string text) =>
        Escaped().Match(text) is { Success: true } match && OtherEncoding.TryDecode(match.Value, plusIsSpace: false) is { } decoded ? In(decoded) : null;

    [GeneratedRegex("[A-Za-z]{3,20}&https?%3A%2F%2F[A-Za-z0-9%._~+-]+&[A-Za-z0-9%._~+-]*", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Plain();

    [GeneratedRegex("[A-Za-z]{3,20}%26https?%253A%252F%252F[A-Za-z0-9%._~+-]+", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Escaped();
}
