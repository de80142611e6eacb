namespace ValetKey.OAuth;

/// <summary>The request's parameters in the form that is signed: encoded, sorted, joined (RFC 5849 §3.4.1.3.2).</summary>
public static class NormalizedParameters
{
    /// <param name="parameters">Decoded once; duplicates kept; without the header's <c>realm</c> and without <c>oauth_signature</c>. Any order.</param>
    /// <returns>ASCII <c>name=value</c> joined by <c>&amp;</c>, empty for none; not yet encoded again for the base string.</returns>
    /// <exception cref="ArgumentException">A name or value holds a lone surrogate, so it has no UTF-8 form (§3.6).</exception>
    public static string Of(IEnumerable<Parameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return string.Join('&', parameters
            .Select(p => (Name: PercentEncoding.Encode(p.Name), Value: PercentEncoding.Encode(p.Value)))
            .OrderBy(p => p.Name, StringComparer.Ordinal)
            .ThenBy(p => p.Value, StringComparer.Ordinal)
            .Select(p => $"{p.Name}={p.Value}"));
    }
}
