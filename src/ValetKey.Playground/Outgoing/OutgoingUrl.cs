namespace ValetKey.Playground.Outgoing;

/// <summary>
/// Reads the address of a request that a person wants sent. The text itself is compared with the origin, not what a parser makes of it,
/// since parsers read <c>127.1</c>, <c>0x7f000001</c> and <c>①②⑦.⓪.⓪.①</c> all as 127.0.0.1.
/// </summary>
internal static class OutgoingUrl
{
    public const int MaxLength = 8000;

    /// <param name="text">An absolute URL, or a path of this server.</param>
    /// <param name="own">The origin that the page was opened at.</param>
    /// <exception cref="OutgoingRefusedException">Which rule the address breaks, and what to write instead.</exception>
    public static Uri Parse(string text, Origin own)
    {
        if (text.Length is 0 or > MaxLength)
        {
            throw new OutgoingRefusedException("address", text.Length == 0 ? "Enter the address to call." : $"The address is longer than {MaxLength} characters.");
        }
        if (text.Any(c => c is <= ' ' or '\u007f' || char.IsControl(c)))
        {
            throw new OutgoingRefusedException("address", "The address holds a blank, a line break or another control character. Write it percent-encoded, such as %20.");
        }
        if (text[0] == '/' && !text.StartsWith("//", StringComparison.Ordinal) && !text.StartsWith("/\\", StringComparison.Ordinal))
        {
            text = own + text;
        }
        if (Scheme(text) is var scheme && scheme is not ("http" or "https"))
        {
            throw new OutgoingRefusedException("scheme", scheme.Length == 0
                ? $"Write the whole address, beginning with {own}/."
                : $"Only http and https are sent, not '{scheme}'.");
        }
        var authority = Authority(text);
        if (authority.Contains('@', StringComparison.Ordinal))
        {
            throw new OutgoingRefusedException("no user in the address", "The address carries a user name or password before an '@'. Leave that part out.");
        }
        if (!string.Equals(scheme, own.Scheme, StringComparison.Ordinal) || !string.Equals(authority, own.Authority, StringComparison.OrdinalIgnoreCase)
            || !Uri.TryCreate(text, UriKind.Absolute, out var uri) || !IsOwn(uri, own))
        {
            throw new OutgoingRefusedException("own origin", $"Only this server is called, in the spelling of this page: {own}. The address names '{scheme}://{authority}'. "
                + "Google's hosts are all served here: keep the path, and put this server's origin before it.");
        }
        return uri;
    }

    /// <summary>Whether a parsed address is of this origin; for addresses that code has built.</summary>
    public static bool IsOwn(Uri uri, Origin own) => uri.IsAbsoluteUri && uri.Scheme == own.Scheme && uri.Authority == own.Authority && uri.UserInfo.Length == 0;

    private static string Scheme(string text) => text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && text[..colon].All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.')
        ? text[..colon].ToLowerInvariant()
        : "";

    private static string Authority(string text)
    {
        var start = text.IndexOf("://", StringComparison.Ordinal);
        if (start < 0)
        {
            return "";
        }
        var rest = text[(start + 3)..];
        var end = rest.IndexOfAny(['/', '?', '#', '\\']);
        return end < 0 ? rest : rest[..end];
    }
}
