namespace ValetKey.OAuth;

/// <summary>A request's address in the four parts that signing needs, as they are on the wire.</summary>
internal sealed record RequestTarget(string Scheme, string Authority, string Path, string Query)
{
    public string BaseStringUri => OAuth.BaseStringUri.Of(Scheme, Authority, Path);

    /// <summary>The address as <c>HttpClient</c> sends it: <c>AbsoluteUri</c> without its fragment, the host in ASCII.</summary>
    /// <param name="uri">Absolute, http or https.</param>
    /// <param name="hostHeader">A <c>Host</c> set on the request, which the server sees instead.</param>
    public static RequestTarget Of(Uri uri, string? hostHeader = null)
    {
        if (!uri.IsAbsoluteUri || uri.Scheme is not ("http" or "https"))
        {
            throw new ArgumentException("Only an absolute http or https address can be signed; set RequestUri, or the client's BaseAddress.", nameof(uri));
        }

        var host = uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost;
        var (_, path, query) = Split(uri.AbsoluteUri.AsSpan(uri.Scheme.Length + "://".Length));
        return new(uri.Scheme, hostHeader ?? (uri.IsDefaultPort ? host : FormattableString.Invariant($"{host}:{uri.Port}")), path, query);
    }

    /// <summary>The address of a request that arrived.</summary>
    /// <exception cref="FormatException">The target is neither origin-form nor absolute-form, or has characters that no target has.</exception>
    public static RequestTarget Of(ReceivedRequest request)
    {
        var target = request.RawTarget;
        if (!PercentEncoding.IsVisible(target) || target.Contains('#', StringComparison.Ordinal))
        {
            throw new FormatException("The request target has a character that must be escaped.");
        }

        if (target.StartsWith('/'))
        {
            var (_, path, query) = Split(target);
            return new(request.Scheme, request.Authority, path, query);
        }

        foreach (var scheme in (ReadOnlySpan<string>)["http", "https"])
        {
            if (target.StartsWith(scheme + "://", StringComparison.OrdinalIgnoreCase))
            {
                var (authority, path, query) = Split(target.AsSpan(scheme.Length + "://".Length));
                return authority.Length == 0 || authority.Contains('@', StringComparison.Ordinal)
                    ? throw new FormatException("The request target names no host, or a user.")
                    : new(scheme, authority, path, query);
            }
        }

        throw new FormatException("The request target is neither a path nor an http or https address.");
    }

    private static (string Authority, string Path, string Query) Split(ReadOnlySpan<char> afterScheme)
    {
        var fragment = afterScheme.IndexOf('#');
        var text = fragment < 0 ? afterScheme : afterScheme[..fragment];
        var question = text.IndexOf('?');
        var query = question < 0 ? [] : text[(question + 1)..];
        var address = question < 0 ? text : text[..question];
        var slash = address.IndexOf('/');
        return slash < 0 ? (address.ToString(), "", query.ToString()) : (address[..slash].ToString(), address[slash..].ToString(), query.ToString());
    }
}
