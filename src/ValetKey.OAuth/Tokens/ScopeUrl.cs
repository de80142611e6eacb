namespace ValetKey.OAuth;

/// <summary>Scopes that are URLs, as Google's Data APIs have them: a prefix of what they open.</summary>
public static class ScopeUrl
{
    /// <summary>
    /// Whether an address lies below a scope: the same host and port, and a path that goes on at a segment's end (<c>/feeds/</c> covers <c>/feeds</c> and <c>/feeds/x</c>, not <c>/feeds.x</c>).
    /// http and https count as one; a fragment such as <c>#readonly</c> does not count; paths compare by case.
    /// </summary>
    /// <param name="scope">A scope; one that is no http or https URL covers nothing.</param>
    /// <param name="address">The address of a request, or the scope that it falls under.</param>
    public static bool Covers(string scope, Uri address)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(address);
        if (!Uri.TryCreate(scope, UriKind.Absolute, out var url) || !IsWeb(url) || !address.IsAbsoluteUri || !IsWeb(address) || !HasSameHost(url, address))
        {
            return false;
        }

        var prefix = url.AbsolutePath.TrimEnd('/');
        return address.AbsolutePath.StartsWith(prefix, StringComparison.Ordinal)
            && (address.AbsolutePath.Length == prefix.Length || address.AbsolutePath[prefix.Length] == '/');
    }

    private static bool IsWeb(Uri uri) => uri.Scheme is "http" or "https";

    private static bool HasSameHost(Uri a, Uri b) => a.IdnHost.Equals(b.IdnHost, StringComparison.OrdinalIgnoreCase)
        && (a.Port == b.Port || a.IsDefaultPort && b.IsDefaultPort);
}
