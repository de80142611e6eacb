namespace ValetKey.OAuth;

/// <summary>The address part of what is signed: scheme, authority and path, no query (RFC 5849 §3.4.1.2).</summary>
public static class BaseStringUri
{
    /// <param name="scheme"><c>http</c> or <c>https</c>, any case.</param>
    /// <param name="authority">The effective <c>Host</c>: a name or address, and a port where it is not the scheme's own. Any case.</param>
    /// <param name="rawPath">The path exactly as it was or will be sent: escapes, double slashes and dots stay; empty counts as <c>/</c>.</param>
    public static string Of(string scheme, string authority, string rawPath)
    {
        ArgumentException.ThrowIfNullOrEmpty(scheme);
        ArgumentException.ThrowIfNullOrEmpty(authority);
        ArgumentNullException.ThrowIfNull(rawPath);
        return $"{scheme.ToLowerInvariant()}://{WithoutDefaultPort(scheme, authority).ToString().ToLowerInvariant()}{(rawPath.Length == 0 ? "/" : rawPath)}";
    }

    internal static ReadOnlySpan<char> WithoutDefaultPort(ReadOnlySpan<char> scheme, ReadOnlySpan<char> authority)
    {
        var colon = authority.LastIndexOf(':');
        if (colon < 0 || authority[^1] == ']')       // no port; the colons of an IPv6 address stand inside its brackets
        {
            return authority;
        }

        var port = authority[(colon + 1)..];
        var isDefault = port.IsEmpty
            || port is "80" && scheme.Equals("http", StringComparison.OrdinalIgnoreCase)
            || port is "443" && scheme.Equals("https", StringComparison.OrdinalIgnoreCase);
        return isDefault ? authority[..colon] : authority;
    }
}
