namespace ValetKey.OAuth;

/// <summary>A request taken apart for signing, with every part also as it was typed.</summary>
internal sealed class ExaminedRequest
{
    private const string FormType = "application/x-www-form-urlencoded";
    private readonly ReceivedParameters _received;

    private ExaminedRequest(DoctorRequest source, AddressText typed, ServerView seen)
    {
        (Source, Typed) = (source, typed);
        var forwarded = ForwardedAddress.Read(seen.ForwardedHeaders);
        (Forwarded, OtherHosts) = (forwarded, seen.OtherHosts);
        var scheme = seen.ProxyTrusted ? forwarded.Scheme ?? typed.Scheme : typed.Scheme;
        var authority = seen.ProxyTrusted ? forwarded.Authority(typed) : typed.Authority;
        Authorization = source.Headers.Where(DoctorRequest.IsOAuth).Select(h => h.Value).FirstOrDefault();
        var type = source.Header("Content-Type");
        IsForm = type?.AsSpan().TrimStart().StartsWith(FormType, StringComparison.OrdinalIgnoreCase) == true;
        Received = new(source.Method, scheme, authority, Target(typed), Authorization, type, IsForm ? source.Body : null,
            source.Body is null ? null : System.Text.Encoding.UTF8.GetBytes(source.Body));
        var options = new OAuth1VerifierOptions { TimestampWindow = seen.TimestampWindow, SignatureMethods = seen.SignatureMethods };
        _received = ReceivedParameters.Read(Received, options);
        Claim = new(_received, OAuth1Endpoint.Resource, options);
        AuthorizationHeader? header = null;
        _ = Authorization is not null && AuthorizationHeader.TryParse(Authorization, out header, out _);
        Realm = header?.Realm;
        Pairs = ReadPairs(header);
    }

    public DoctorRequest Source { get; }

    public AddressText Typed { get; }

    public ForwardedAddress Forwarded { get; }

    public IReadOnlyList<string> OtherHosts { get; }

    public ReceivedRequest Received { get; }

    public SignedClaim Claim { get; }

    public string? Authorization { get; }

    public string? Realm { get; }

    public bool IsForm { get; }

    /// <summary>Query, form and header in the order of arrival, without the signature.</summary>
    public IReadOnlyList<SignedPair> Pairs { get; }

    /// <summary>The value of the first parameter of that name, or <c>null</c>.</summary>
    public string? Find(string name) => _received.Find(name);

    /// <summary>What should have been signed, by the rule that signer and verifier use.</summary>
    public string BaseString => SignatureBaseString.Of(Source.Method, _received.Target.BaseStringUri, _received.All);

    /// <exception cref="FormatException">Address, header or form is malformed; the message says how.</exception>
    public static ExaminedRequest Read(DoctorRequest request, ServerView seen) => new(request, AddressText.Parse(request.Url), seen);

    /// <summary>The way of signing that gives <see cref="BaseString"/> and the right key.</summary>
    public SigningPlan Plan(DoctorSecrets secrets)
    {
        var server = AddressText.Parse(_received.Target.BaseStringUri);
        return new()
        {
            Request = this,
            Method = Source.Method.ToUpperInvariant(),
            Scheme = server.Scheme,
            Host = server.Host,
            Port = server.Port,
            Path = server.Path,
            Pairs = Pairs,
            ConsumerSecret = secrets.ConsumerSecret?.Reveal() ?? "",
            TokenSecret = secrets.TokenSecret?.Reveal() ?? "",
        };
    }

    private static string Target(AddressText typed) => (typed.Path.Length == 0 ? "/" : typed.Path) + (typed.Query is null ? "" : "?" + typed.Query);

    private IReadOnlyList<SignedPair> ReadPairs(AuthorizationHeader? header) =>
    [
        .. Split(Typed.Query, PairPlace.Query),
        .. Split(IsForm ? Source.Body : null, PairPlace.Form),
        .. (header?.Parameters ?? []).Where(p => p.Name != ProtocolParameter.Signature).Select(p => new SignedPair(p.Name, p.Value, PairPlace.Header)),
    ];

    public static IEnumerable<SignedPair> Split(string? form, PairPlace place)
    {
        foreach (var raw in (form ?? "").Split('&'))
        {
            foreach (var pair in FormEncoding.Decode(raw).Where(p => p.Name != ProtocolParameter.Signature))
            {
                yield return new(pair.Name, pair.Value, place, raw);
            }
        }
    }
}
