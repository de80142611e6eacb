namespace ValetKey.OAuth;

/// <summary>The parameters of an address that a browser was redirected to, from its query and its fragment.</summary>
internal sealed class RedirectParameters(IReadOnlyList<Parameter> parameters)
{
    private const int MaxLength = 64 * 1024;

    /// <param name="redirect">Absolute, or from the <c>?</c> on.</param>
    /// <exception cref="FormatException">Bad escapes, or more than 64 KiB.</exception>
    public static RedirectParameters Read(string redirect)
    {
        if (redirect.Length > MaxLength)
        {
            throw new FormatException("The redirect is too long.");
        }

        var hash = redirect.IndexOf('#', StringComparison.Ordinal);
        var beforeHash = hash < 0 ? redirect : redirect[..hash];
        var question = beforeHash.IndexOf('?', StringComparison.Ordinal);
        return new([
            .. FormEncoding.Decode(question < 0 ? "" : beforeHash[(question + 1)..]),
            .. FormEncoding.Decode(hash < 0 ? "" : redirect[(hash + 1)..]),
        ]);
    }

    /// <summary>The first value of that name, or <c>null</c>.</summary>
    public string? Find(string name) => parameters.Where(p => p.Name == name).Select(p => p.Value).FirstOrDefault();

    /// <summary>Whether one of the names stands there more than once, which no honest server does (RFC 6749 §3.1).</summary>
    public bool Repeats(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (parameters.Count(p => p.Name == name) > 1)
            {
                return true;
            }
        }

        return false;
    }
}
