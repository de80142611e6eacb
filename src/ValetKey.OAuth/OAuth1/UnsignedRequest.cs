namespace ValetKey.OAuth;

/// <summary>A request about to be signed, parted from the signature that it may carry from an earlier hop.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Target">Its address as it will be sent.</param>
/// <param name="RawQuery">The query as it will be sent, without a signature's parameters.</param>
/// <param name="Query">The same, decoded.</param>
/// <param name="Form">The form body, without a signature's parameters; <c>null</c> where there is no form.</param>
/// <param name="Protocol">The parameters of the signature that it carries; empty for none.</param>
internal sealed record UnsignedRequest(
    string Method,
    RequestTarget Target,
    string RawQuery,
    IReadOnlyList<Parameter> Query,
    IReadOnlyList<Parameter>? Form,
    IReadOnlyList<Parameter> Protocol)
{
    public static UnsignedRequest Of(HttpRequestMessage request, IReadOnlyList<Parameter>? form)
    {
        var target = RequestTarget.Of(request.RequestUri ?? throw new ArgumentException("The request has no address.", nameof(request)), request.Headers.Host);
        try
        {
            var query = FormEncoding.Decode(target.Query);
            var signedInQuery = query.Any(p => p.Name == ProtocolParameter.Signature);
            var signedInForm = form?.Any(p => p.Name == ProtocolParameter.Signature) == true;
            return new(
                request.Method.Method,
                target,
                signedInQuery ? string.Join('&', target.Query.Split('&').Where(pair => !FormEncoding.Decode(pair).Any(IsProtocol))) : target.Query,
                signedInQuery ? [.. query.Where(p => !IsProtocol(p))] : query,
                signedInForm ? [.. form!.Where(p => !IsProtocol(p))] : form,
                [.. HeaderOf(request), .. signedInQuery ? query.Where(IsProtocol) : [], .. signedInForm ? form!.Where(IsProtocol) : []]);
        }
        catch (FormatException malformed)
        {
            throw new ArgumentException($"The request cannot be signed: {malformed.Message}", nameof(request), malformed);
        }
    }

    /// <summary>The token that a signed request carries in its header or its query; <c>null</c> where there is none.</summary>
    public static string? TokenOf(HttpRequestMessage request)
    {
        var query = request.RequestUri is { } uri ? FormEncoding.Decode(uri.Query.TrimStart('?')) : [];
        return HeaderOf(request).Concat(query).Where(p => p.Name == ProtocolParameter.Token).Select(p => p.Value).FirstOrDefault();
    }

    private static IReadOnlyList<Parameter> HeaderOf(HttpRequestMessage request) =>
        request.Headers.Authorization is { } authorization
        && AuthorizationHeader.TryParse(authorization.ToString(), out var header, out _) ? header.Parameters : [];

    private static bool IsProtocol(Parameter parameter) => parameter.Name.StartsWith(ProtocolParameter.Prefix, StringComparison.Ordinal);
}
