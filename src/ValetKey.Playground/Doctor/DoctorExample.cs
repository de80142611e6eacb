using ValetKey.OAuth;

namespace ValetKey.Playground.Doctor;

/// <summary>A request with the commonest mistake of all, to try the doctor on.</summary>
internal static class DoctorExample
{
    private const string ConsumerSecret = "an-example-consumer-secret";
    private const string TokenSecret = "an-example-token-secret";

    public static void FillIn(DoctorState state)
    {
        Parameter[] signed =
        [
            new(ProtocolParameter.ConsumerKey, "shop-app"),
            new(ProtocolParameter.Nonce, "b8d1f0c2"),
            new(ProtocolParameter.SignatureMethod, SignatureMethod.HmacSha1.Name),
            new(ProtocolParameter.Timestamp, "1795559000"),
            new(ProtocolParameter.Token, "1/k3y"),
            new(ProtocolParameter.Version, "1.0"),
        ];
        var address = BaseStringUri.Of("https", "api.shop.example", "/v1/statuses/update.json");
        var signature = SignatureMethod.HmacSha1.Sign(SignatureBaseString.Of("POST", address, [.. signed, new("include_entities", "true")]), ConsumerSecret, TokenSecret);
        var header = new AuthorizationHeader(null, [.. signed, new(ProtocolParameter.Signature, signature)]).ToString().Replace("\", ", "\",\n ", StringComparison.Ordinal);
        state.RequestText = $"""
            POST {address}?include_entities=true HTTP/1.1
            Host: api.shop.example
            Content-Type: application/x-www-form-urlencoded
            Authorization: {header}

            status=Tea%20%26%20cake
            """;
        (state.ConsumerSecret, state.TokenSecret) = (ConsumerSecret, TokenSecret);
        (state.RsaKey, state.ServerAnswer, state.Forwarded, state.ServerTime, state.ProxyTrusted) = ("", "", "", "", false);
    }
}
