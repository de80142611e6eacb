using System.Globalization;
using System.Net.Http.Headers;

namespace ValetKey.OAuth;

/// <summary>Signs one request: puts its parameters together, signs them, and writes the signature to where it travels.</summary>
internal sealed class RequestSigner(OAuth1Consumer consumer, OAuth1Token? token)
{
    private const int LongestMac = 88;      // 64 octets in Base64

    private BaseStringBuffer.Beginning? _common;

    public OAuth1Token? Token => token;

    private Secret TokenSecret => token?.TokenSecret ?? Secret.Empty;

    public void Apply(HttpRequestMessage request, IReadOnlyList<Parameter>? form, IReadOnlyList<Parameter> extra)
    {
        var bare = Bare(request, form);
        switch (consumer.Transmission)
        {
            case ParameterTransmission.Header:
                request.Headers.Authorization = new AuthenticationHeaderValue("OAuth", Header(bare, extra)["OAuth ".Length..]);
                break;
            case ParameterTransmission.Query:
                request.RequestUri = WithQuery(request.RequestUri!, bare, Signed(bare, extra));
                break;
            default:
                request.Content = FormContent.Of([.. bare.Form ?? [], .. Signed(bare, extra)]);
                break;
        }
    }

    /// <summary>The header for a request without a form, signed as its address is written.</summary>
    public string Header(string method, ReadOnlySpan<char> scheme, ReadOnlySpan<char> authority, ReadOnlySpan<char> path, ReadOnlySpan<char> query)
    {
        var buffer = BaseStringBuffer.Rent();
        AddProtocol(buffer, authority, []);
        if (!buffer.TryAddQuery(query))
        {
            Add(buffer, FormEncoding.Decode(query.ToString()));
        }

        return Header(buffer, method, scheme, authority, path);
    }

    public SignatureExplanation Explain(HttpRequestMessage request, IReadOnlyList<Parameter>? form, IReadOnlyList<Parameter> extra)
    {
        var bare = Bare(request, form);
        var protocol = bare.Protocol.Count > 0 ? [.. bare.Protocol.Where(p => p.Name != ProtocolParameter.Signature)] : Protocol(bare.Target.Authority, extra);
        var baseString = BaseString(bare, protocol);
        return new(bare.Method, bare.Target.BaseStringUri,
            [
                .. protocol.Select(p => new ExplainedParameter(p.Name, p.Value, ParameterSource.ProtocolParameter)),
                .. bare.Query.Select(p => new ExplainedParameter(p.Name, p.Value, ParameterSource.Query)),
                .. (bare.Form ?? []).Select(p => new ExplainedParameter(p.Name, p.Value, ParameterSource.Form)),
            ],
            NormalizedParameters.Of([.. protocol, .. bare.Query, .. bare.Form ?? []]),
            baseString,
            MaskedKey(),
            consumer.SignatureMethod,
            consumer.SignatureMethod == SignatureMethod.Plaintext ? MaskedKey() : consumer.Sign(baseString, TokenSecret));
    }

    private string Header(UnsignedRequest bare, IReadOnlyList<Parameter> extra)
    {
        var buffer = BaseStringBuffer.Rent();
        AddProtocol(buffer, bare.Target.Authority, extra);
        Add(buffer, bare.Query);
        Add(buffer, bare.Form ?? []);
        return Header(buffer, bare.Method, bare.Target.Scheme, bare.Target.Authority, bare.Target.Path);
    }

    private string Header(BaseStringBuffer buffer, string method, ReadOnlySpan<char> scheme, ReadOnlySpan<char> authority, ReadOnlySpan<char> path)
    {
        Span<char> space = stackalloc char[LongestMac];
        var signature = consumer.Sign(buffer.Compose(method, scheme, authority, path), TokenSecret, space);
        var header = buffer.Header(consumer.Realm, signature);
        buffer.Return();
        return header;
    }

    private List<Parameter> Signed(UnsignedRequest bare, IReadOnlyList<Parameter> extra)
    {
        var protocol = Protocol(bare.Target.Authority, extra);
        return [.. protocol, new(ProtocolParameter.Signature, consumer.Sign(BaseString(bare, protocol), TokenSecret))];
    }

    private static string BaseString(UnsignedRequest bare, IReadOnlyList<Parameter> protocol) =>
        SignatureBaseString.Of(bare.Method, bare.Target.BaseStringUri, [.. protocol, .. bare.Query, .. bare.Form ?? []]);

    private UnsignedRequest Bare(HttpRequestMessage request, IReadOnlyList<Parameter>? form)
    {
        if (consumer.Transmission == ParameterTransmission.Body && form is null && request.Content is not null)
        {
            throw new InvalidOperationException("The protocol parameters cannot travel in a body that is no form; use ParameterTransmission.Header.");
        }

        return UnsignedRequest.Of(request, form);
    }

    private List<Parameter> Protocol(string authority, IReadOnlyList<Parameter> extra) =>
    [
        .. extra,
        .. Common(),
        new(ProtocolParameter.Timestamp, consumer.Timestamp ?? Seconds(authority).ToString(CultureInfo.InvariantCulture)),
        new(ProtocolParameter.Nonce, consumer.Nonce ?? NonceSource.Next()),
    ];

    // As Protocol, without the list and its strings. What each request has in common is encoded once.
    private void AddProtocol(BaseStringBuffer buffer, ReadOnlySpan<char> authority, IReadOnlyList<Parameter> extra)
    {
        if (_common is null)
        {
            Add(buffer, Common(), isProtocol: true);
            _common = buffer.Keep();
        }
        else
        {
            buffer.Begin(_common);
        }

        Span<char> nonce = stackalloc char[NonceSource.Length];
        NonceSource.Next(nonce);
        Span<char> seconds = stackalloc char[20];
        Seconds(authority).TryFormat(seconds, out var digits, provider: CultureInfo.InvariantCulture);
        buffer.Add(ProtocolParameter.Nonce, consumer.Nonce is null ? nonce : consumer.Nonce, isProtocol: true);
        buffer.Add(ProtocolParameter.Timestamp, consumer.Timestamp is null ? seconds[..digits] : consumer.Timestamp, isProtocol: true);
        Add(buffer, extra, isProtocol: true);
    }

    private List<Parameter> Common()
    {
        List<Parameter> parameters =
        [
            .. consumer.MoreParameters,
            new(ProtocolParameter.ConsumerKey, consumer.Key),
            new(ProtocolParameter.SignatureMethod, consumer.SignatureMethod.Name),
        ];
        if (token is not null)
        {
            parameters.Add(new(ProtocolParameter.Token, token.Token));
        }

        if (consumer.Version is not null)
        {
            parameters.Add(new(ProtocolParameter.Version, consumer.Version));
        }

        return parameters;
    }

    private static void Add(BaseStringBuffer buffer, IReadOnlyList<Parameter> parameters, bool isProtocol = false)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            buffer.Add(parameters[i].Name, parameters[i].Value, isProtocol);
        }
    }

    private long Seconds(ReadOnlySpan<char> authority) => consumer.Time.GetUtcNow().ToUnixTimeSeconds() + consumer.Clocks.Of(authority);

    private static Uri WithQuery(Uri uri, UnsignedRequest bare, IReadOnlyList<Parameter> signed)
    {
        var protocol = string.Join('&', signed.Select(p => $"{PercentEncoding.Encode(p.Name)}={PercentEncoding.Encode(p.Value)}"));
        var address = $"{uri.Scheme}://{uri.Authority}{bare.Target.Path}?{(bare.RawQuery.Length == 0 ? "" : bare.RawQuery + "&")}{protocol}";
        return new(address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });    // the path as it was signed
    }

    private string MaskedKey() => consumer.PrivateKey is not null ? "(private key)" : SigningKey.Masked(consumer.Secret, TokenSecret);
}
