using System.Globalization;

namespace ValetKey.OAuth;

/// <summary>What a request says of itself, and the checks that need no storage (RFC 5849 §3.1 to §3.3).</summary>
internal sealed class SignedClaim(ReceivedParameters received, OAuth1Endpoint endpoint, OAuth1VerifierOptions options)
{
    private static readonly string[] Always = [ProtocolParameter.ConsumerKey, ProtocolParameter.SignatureMethod, ProtocolParameter.Signature];
    private static readonly string[] AgainstReplay = [ProtocolParameter.Timestamp, ProtocolParameter.Nonce];
    private static readonly string[] ForOldExchange = [ProtocolParameter.Token];
    private static readonly string[] ForExchange = [ProtocolParameter.Token, ProtocolParameter.Verifier];

    public string? ConsumerKey { get; } = received.Find(ProtocolParameter.ConsumerKey);

    /// <summary><c>null</c> where there is none or an empty one, which both mean that the consumer acts alone.</summary>
    public string? Token { get; } = received.Find(ProtocolParameter.Token) is { Length: > 0 } token ? token : null;

    public string Signature { get; } = received.Find(ProtocolParameter.Signature) ?? "";

    public string? Nonce { get; } = received.Find(ProtocolParameter.Nonce);

    public string? Verifier { get; } = received.Find(ProtocolParameter.Verifier);

    public string? BodyHash { get; } = received.Find(ProtocolParameter.BodyHash);

    public SignatureMethod? Method { get; } = received.Find(ProtocolParameter.SignatureMethod) is { } name ? options.SignatureMethods.FirstOrDefault(m => m.Name == name) : null;

    /// <summary>Seconds since 1970; known to be a number once <see cref="Malformed"/> found nothing.</summary>
    public long Timestamp { get; private set; }

    /// <summary>The first thing that makes the request unfit to be looked up, or <c>null</c>.</summary>
    public OAuthProblem? Malformed() => Repeated() ?? Absent() ?? Scattered() ?? OutOfPlace() ?? VersionWrong() ?? MethodUnknown() ?? TimestampOrNonceWrong();

    /// <summary>The consumer may not sign like this, or nobody may on such a connection.</summary>
    public OAuthProblem? MethodRefused(VerifiedConsumer consumer) =>
        Method == SignatureMethod.Plaintext && !IsPrivate() ? OAuthProblem.SignatureMethodRejected("PLAINTEXT shows the secrets to everyone on the way, and this is neither https nor loopback.")
        : !consumer.SignatureMethods.Contains(Method) ? OAuthProblem.SignatureMethodRejected($"This consumer may not sign with {Method}.")
        : Method!.IsRsa && consumer.PublicKeys.Count == 0 ? OAuthProblem.SignatureMethodRejected($"No public key is on file for this consumer, so {Method} cannot be checked.")
        : null;

    public OAuthProblem? TimestampRefused(DateTimeOffset clock)
    {
        var (now, window) = (clock.ToUnixTimeSeconds(), (long)options.TimestampWindow.TotalSeconds);
        return Nonce is null || Timestamp >= now - window && Timestamp <= now + window ? null
            : OAuthProblem.TimestampRefused(Timestamp, now, now - window, now + window);
    }

    private OAuthProblem? Repeated() => received.Repeated() is { Count: > 0 } names
        ? OAuthProblem.ParameterRejected($"The request has {string.Join(", ", names.Select(PercentEncoding.Encode))} more than once.", names)
        : null;

    private OAuthProblem? Absent()
    {
        List<string>? absent = null;
        Require(Always);
        if (Method != SignatureMethod.Plaintext || Nonce is not null || received.Find(ProtocolParameter.Timestamp) is not null)
        {
            Require(AgainstReplay);
        }

        Require(endpoint switch
        {
            OAuth1Endpoint.RequestToken => options.RequestTokenParameters,
            OAuth1Endpoint.AccessToken when options.KnowsRevision10 => ForOldExchange,
            OAuth1Endpoint.AccessToken => ForExchange,
            _ => [],
        });
        absent?.Sort(StringComparer.Ordinal);
        return absent is null ? null : OAuthProblem.ParameterAbsent(absent);

        void Require(IReadOnlyList<string> names)
        {
            for (var i = 0; i < names.Count; i++)
            {
                if (names[i] == ProtocolParameter.Token ? Token is null : received.Find(names[i]) is null)
                {
                    (absent ??= []).Add(names[i]);
                }
            }
        }
    }

    private OAuthProblem? Scattered() => received.AwayFromSignature() is { Count: > 0 } names
        ? OAuthProblem.ParameterRejected($"{string.Join(", ", names)} stands in another place than oauth_signature.", names)
        : null;

    private OAuthProblem? OutOfPlace() => endpoint == OAuth1Endpoint.RequestToken && Token is not null
        ? OAuthProblem.ParameterRejected("A request token is asked for without a token.", ProtocolParameter.Token)
        : null;

    private OAuthProblem? VersionWrong() => received.Find(ProtocolParameter.Version) is null or "1.0" ? null : OAuthProblem.VersionRejected();

    private OAuthProblem? MethodUnknown() => Method is null ? OAuthProblem.SignatureMethodRejected("oauth_signature_method is none that this server knows.") : null;

    private OAuthProblem? TimestampOrNonceWrong()
    {
        if (Nonce is null)
        {
            return null;
        }

        if (!long.TryParse(received.Find(ProtocolParameter.Timestamp), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > 99_999_999_999_999)
        {
            return OAuthProblem.ParameterRejected("oauth_timestamp is no count of seconds since 1970-01-01 UTC in at most 14 digits.", ProtocolParameter.Timestamp);
        }

        Timestamp = seconds;
        return Nonce.Length is >= 1 and <= 128 ? null : OAuthProblem.ParameterRejected("oauth_nonce has 1 to 128 characters.", ProtocolParameter.Nonce);
    }

    private bool IsPrivate() => received.Target.Scheme.Equals("https", StringComparison.OrdinalIgnoreCase)
        || Uri.TryCreate($"http://{received.Target.Authority}/", UriKind.Absolute, out var origin) && origin.IsLoopback;
}
