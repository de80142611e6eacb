using System.Net.Http.Headers;

namespace ValetKey.OAuth;

/// <summary>The parameters of a request that arrived, from its three places, each decoded once; read strictly, so that no later reader sees others.</summary>
internal sealed class ReceivedParameters
{
    private const int FewEnoughToCompareAll = 64;

    private readonly List<Parameter> _all;
    private readonly int _headerEnd;
    private readonly int _queryEnd;

    private ReceivedParameters(RequestTarget target, IReadOnlyList<Parameter> header, IReadOnlyList<Parameter> query, IReadOnlyList<Parameter> form)
    {
        Target = target;
        _all = [.. header, .. query, .. form];
        (_headerEnd, _queryEnd) = (header.Count, header.Count + query.Count);
    }

    public RequestTarget Target { get; }

    public IReadOnlyList<Parameter> All => _all;

    public string? Find(string name)
    {
        foreach (var parameter in _all)
        {
            if (parameter.Name == name)
            {
                return parameter.Value;
            }
        }

        return null;
    }

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
            : received._all.Exists(p => p.Name.Contains('\0', StringComparison.Ordinal)) ? throw new FormatException("A parameter name has a NUL in it.")
            : received;
    }

    /// <summary>Names that stand twice though they must not: protocol parameters anywhere, others in the header and elsewhere (RFC 5849 §3.1, §3.2).</summary>
    public IReadOnlyCollection<string> Repeated() => _all.Count <= FewEnoughToCompareAll && !HasEqualNames() ? []
        : [.. _all.Select((p, at) => (p.Name, IsInHeader: at < _headerEnd))
            .GroupBy(p => p.Name, StringComparer.Ordinal)
            .Where(g => g.Count() > 1 && (g.Key.StartsWith(ProtocolParameter.Prefix, StringComparison.Ordinal) || g.Any(p => p.IsInHeader)))
            .Select(g => g.Key)];

    /// <summary>Names of signing parameters that stand in another place than the signature (§3.5).</summary>
    public IReadOnlyCollection<string> AwayFromSignature()
    {
        var signature = _all.FindIndex(p => p.Name == ProtocolParameter.Signature);
        if (signature < 0)
        {
            return [];
        }

        List<string>? away = null;
        for (var at = 0; at < _all.Count; at++)
        {
            if (PlaceOf(at) != PlaceOf(signature) && ProtocolParameter.CarriesSignature(_all[at].Name))
            {
                (away ??= []).Add(_all[at].Name);
            }
        }

        return away ?? [];
    }

    private int PlaceOf(int at) => at < _headerEnd ? 0 : at < _queryEnd ? 1 : 2;

    private bool HasEqualNames()
    {
        for (var at = 1; at < _all.Count; at++)
        {
            for (var before = 0; before < at; before++)
            {
                if (_all[at].Name == _all[before].Name)
                {
                    return true;
                }
            }
        }

        return false;
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
