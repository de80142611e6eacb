using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace ValetKey.OAuth;

/// <summary>Signs one request: puts its parameters together, signs them, and writes the signature to where it travels.</summary>
internal sealed class RequestSigner(OAuth1Consumer consumer, OAuth1Token? token)
{
    public void Apply(HttpRequestMessage request, IReadOnlyList<Parameter>? form, IReadOnlyList<Parameter> extra)
    {
        var bare = Bare(request, form);
        var protocol = Protocol(extra);
        List<Parameter> signed = [.. protocol, new(ProtocolParameter.Signature, consumer.Sign(BaseString(bare, protocol), token?.TokenSecret ?? Secret.Empty))];
        switch (consumer.Transmission)
        {
            case ParameterTransmission.Header:
                var header = new AuthorizationHeader(consumer.Realm, signed).ToString();
                request.Headers.Authorization = new AuthenticationHeaderValue("OAuth", header["OAuth ".Length..]);
                break;
            case ParameterTransmission.Query:
                request.RequestUri = WithQuery(request.RequestUri!, bare, signed);
                break;
            default:
                request.Content = FormContent.Of([.. bare.Form ?? [], .. signed]);
                break;
        }
    }

    public SignatureExplanation Explain(HttpRequestMessage request, IReadOnlyList<Parameter>? form)
    {
        var bare = Bare(request, form);
        var protocol = bare.Protocol.Count > 0 ? [.. bare.Protocol.Where(p => p.Name != ProtocolParameter.Signature)] : Protocol([]);
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
            consumer.SignatureMethod == SignatureMethod.Plaintext ? MaskedKey() : consumer.Sign(baseString, token?.TokenSecret ?? Secret.Empty));
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

    private List<Parameter> Protocol(IReadOnlyList<Parameter> extra)
    {
        List<Parameter> parameters =
        [
            .. extra,
            new(ProtocolParameter.ConsumerKey, consumer.Key),
            new(ProtocolParameter.SignatureMethod, consumer.SignatureMethod.Name),
            new(ProtocolParameter.Timestamp, consumer.Timestamp ?? consumer.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            new(ProtocolParameter.Nonce, consumer.Nonce ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))),
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

    private static Uri WithQuery(Uri uri, UnsignedRequest bare, IReadOnlyList<Parameter> signed)
    {
        var protocol = string.Join('&', signed.Select(p => $"{PercentEncoding.Encode(p.Name)}={PercentEncoding.Encode(p.Value)}"));
        var address = $"{uri.Scheme}://{uri.Authority}{bare.Target.Path}?{(bare.RawQuery.Length == 0 ? "" : bare.RawQuery + "&")}{protocol}";
        return new(address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });    // the path as it was signed
    }

    private string MaskedKey() => consumer.PrivateKey is not null ? "(private key)" : SigningKey.Masked(consumer.Secret, token?.TokenSecret ?? Secret.Empty);
}
