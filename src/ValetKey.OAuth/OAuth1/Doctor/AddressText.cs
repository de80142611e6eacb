namespace ValetKey.OAuth;

/// <summary>An address cut into its parts, each as it was typed.</summary>
/// <param name="Scheme">Before <c>://</c>.</param>
/// <param name="UserInfo">Before <c>@</c>; <c>null</c> for none.</param>
/// <param name="Host">With the brackets of an IPv6 address.</param>
/// <param name="Port">Empty for none.</param>
/// <param name="Path">May be empty.</param>
/// <param name="Query">After the first <c>?</c>; <c>null</c> for none, which differs from an empty one.</param>
/// <param name="Fragment">After the first <c>#</c>; <c>null</c> for none.</param>
internal sealed record AddressText(string Scheme, string? UserInfo, string Host, string Port, string Path, string? Query, string? Fragment)
{
    public string Authority => Port.Length == 0 ? Host : $"{Host}:{Port}";

    /// <exception cref="FormatException">Not an absolute http or https address.</exception>
    public static AddressText Parse(string url)
    {
        var (address, fragment) = Cut(url.Trim(), '#');
        var (beforeQuery, query) = Cut(address, '?');
        var scheme = beforeQuery.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0 || beforeQuery[..scheme].ToLowerInvariant() is not ("http" or "https"))
        {
            throw new FormatException("The address is not absolute; write it with http:// or https:// in front.");
        }

        var rest = beforeQuery[(scheme + 3)..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var (authority, path) = slash < 0 ? (rest, "") : (rest[..slash], rest[slash..]);
        var at = authority.LastIndexOf('@');
        var (host, port) = HostAndPort(authority[(at + 1)..]);
        return host.Length == 0
            ? throw new FormatException("The address names no host.")
            : new(beforeQuery[..scheme], at < 0 ? null : authority[..at], host, port, path, query, fragment);
    }

    public static (string Host, string Port) HostAndPort(string authority)
    {
        var colon = authority.LastIndexOf(':');
        return colon < 0 || authority.EndsWith(']') ? (authority, "") : (authority[..colon], authority[(colon + 1)..]);
    }

    private static (string Before, string? After) Cut(string text, char at)
    {
        var position = text.IndexOf(at, StringComparison.Ordinal);
        return position < 0 ? (text, null) : (text[..position], text[(position + 1)..]);
    }
}
