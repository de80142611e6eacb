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
        var lowerScheme = scheme.ToLowerInvariant();
        return $"{lowerScheme}://{WithoutDefaultPort(lowerScheme, authority.ToLowerInvariant())}{(rawPath.Length == 0 ? "/" : rawPath)}";
    }

    private static string WithoutDefaultPort(string scheme, string authority)
    {
        var colon = authority.LastIndexOf(':');
        if (colon < 0 || authority.EndsWith(']'))       // no port; the colons of an IPv6 address stand inside its brackets
        {
            return authority;
        }

        return (scheme, authority[(colon + 1)..]) is ("http", "80") or ("https", "443") or (_, "") ? authority[..colon] : authority;
    }
}
