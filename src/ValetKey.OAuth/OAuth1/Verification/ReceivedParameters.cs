using System.Net.Http.Headers;

namespace ValetKey.OAuth;

/// <summary>The parameters of a request that arrived, from its three places, each decoded once; read strictly, so that no later reader sees others.</summary>
internal sealed class ReceivedParameters
{
    private ReceivedParameters(RequestTarget target, IReadOnlyList<Parameter> header, IReadOnlyList<Parameter> query, IReadOnlyList<Parameter> form)
    {
        Target = target;
        Places = [header, query, form];
        All = [.. header, .. query, .. form];
    }

    public RequestTarget Target { get; }

    public IReadOnlyList<Parameter> All { get; }

    private IReadOnlyList<IReadOnlyList<Parameter>> Places { get; }

    public string? Find(string name) => All.Where(p => p.Name == name).Select(p => p.Value).FirstOrDefault();

    /// <exception cref="FormatException">The request is malformed; the message says how.</exception>
    public static ReceivedParameters Read(ReceivedRequest request, OAuth1VerifierOptions options)
    {
        if (request.RawTarget.Length > options.MaxTargetLength || request.Authorization?.Length > options.MaxHeaderLength || request.FormBody?.Length > options.MaxFormLength)
        {
            throw new FormatException("The request target, the Authorization header or the form is too long.");
        }

        var target = RequestTarget.Of(request);
        var received = new ReceivedParameters(target, Header(request.Authorization), Form(target.Query), Form(FormOf(request)));
        return received.All.Count > options.MaxParameters ? throw new FormatException("The request has too many parameters.")
            : received.All.Any(p => p.Name.Contains('\0', StringComparison.Ordinal)) ? throw new FormatException("A parameter name has a NUL in it.")
            : received;
    }

    /// <summary>Names that stand twice though they must not: protocol parameters anywhere, others in the header and elsewhere (RFC 5849 §3.1, §3.2).</summary>
    public IReadOnlyCollection<string> Repeated() => [.. All
        .GroupBy(p => p.Name, StringComparer.Ordinal)
        .Where(g => g.Count() > 1 && (g.Key.StartsWith(ProtocolParameter.Prefix, StringComparison.Ordinal) || Places[0].Any(p => p.Name == g.Key)))
        .Select(g => g.Key)];

    /// <summary>Names of signing parameters that stand in another place than the signature (§3.5).</summary>
    public IReadOnlyCollection<string> AwayFromSignature()
    {
        var home = Places.FirstOrDefault(place => place.Any(p => p.Name == ProtocolParameter.Signature));
        return home is null ? [] : [.. Places.Where(place => place != home).SelectMany(place => place).Select(p => p.Name).Where(ProtocolParameter.CarriesSignature)];
    }

    private static IReadOnlyList<Parameter> Header(string? authorization) =>
        authorization is null ? []
        : AuthorizationHeader.TryParse(authorization, out var header, out var whyNot) ? header.Parameters
        : throw new FormatException(whyNot);

    private static IReadOnlyList<Parameter> Form(string form)
    {
        foreach (var range in form.AsSpan().Split('&'))
        {
            var pair = form.AsSpan(range);
            var semicolon = pair.IndexOf(';');
            if (semicolon >= 0 && pair[semicolon..].Contains('='))     // some readers would see two parameters here
            {
                throw new FormatException("Parameters are separated by &; escape a ; in a value as %3B.");
            }
        }

        return FormEncoding.Decode(form);
    }

    private static string FormOf(ReceivedRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !string.Equals(type.MediaType, "application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            return "";
        }

        return string.IsNullOrEmpty(request.FormBody) ? ""
            : request.Method.ToUpperInvariant() is "GET" or "HEAD" ? throw new FormatException("A GET has no form body; put the parameters into the query.")
            : type.CharSet?.Trim('"').ToUpperInvariant() is not (null or "UTF-8" or "US-ASCII") ? throw new FormatException("A form is UTF-8; no other charset can be verified.")
            : request.FormBody;
    }
}
