namespace ValetKey.OAuth;

/// <summary>The text that is signed: method, address and parameters in one line (RFC 5849 §3.4.1.1).</summary>
public static class SignatureBaseString
{
    /// <param name="method">The HTTP method; upper-cased here.</param>
    /// <param name="baseStringUri">From <see cref="BaseStringUri.Of"/>.</param>
    /// <param name="parameters">All of query, form body and protocol, decoded once. <c>oauth_signature</c> is left out here;
    /// the <c>realm</c> of the header is no member of such a list (see <see cref="AuthorizationHeader.Realm"/>), while a query parameter of that name is signed.</param>
    /// <exception cref="ArgumentException">A name or value holds a lone surrogate.</exception>
    public static string Of(string method, string baseStringUri, IEnumerable<Parameter> parameters)
    {
        ArgumentException.ThrowIfNullOrEmpty(method);
        ArgumentException.ThrowIfNullOrEmpty(baseStringUri);
        var normalized = NormalizedParameters.Of(parameters.Where(p => p.Name != ProtocolParameter.Signature));
        return $"{method.ToUpperInvariant()}&{PercentEncoding.Encode(baseStringUri)}&{PercentEncoding.Encode(normalized)}";
    }
}
