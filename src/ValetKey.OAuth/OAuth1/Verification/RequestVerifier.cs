using System.Text;

namespace ValetKey.OAuth;

/// <summary>Decides whether a request that arrived is the one that its consumer signed, once, now (RFC 5849 §3.2). Thread-safe.</summary>
public sealed class RequestVerifier
{
    private readonly IOAuth1VerifierStore _store;
    private readonly INonceStore _nonces;
    private readonly OAuth1VerifierOptions _options;
    private readonly TimeProvider _time;
    private readonly KeyedHashes _hashes = new();

    /// <param name="store">Consumers and tokens.</param>
    /// <param name="nonces">Keeps the nonces of the window; must forget none of them.</param>
    /// <param name="options">The limits.</param>
    /// <param name="time">The clock that timestamps are compared with.</param>
    public RequestVerifier(IOAuth1VerifierStore store, INonceStore nonces, OAuth1VerifierOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(nonces);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        (_store, _nonces, _options, _time) = (store, nonces, options, time);
    }

    /// <summary>Whether a request has a well-formed signature of this consumer with this token, and nothing else: no storage, clock, nonce or state of the token is asked.</summary>
    /// <param name="request">As it arrived.</param>
    /// <param name="consumer">Who must have signed.</param>
    /// <param name="token">With which token; <c>null</c> for none.</param>
    /// <remarks>For a service that has the credentials at hand and keeps nonces by other means. A plain request (the header, ASCII, a keyed hash) costs no memory.</remarks>
    public bool IsSigned(ReceivedRequest request, VerifiedConsumer consumer, VerifiedToken? token)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(consumer);
        return PlainSignature.Check(request, consumer, token, _options, _hashes) ?? IsSignedAtAll(request, consumer, token);
    }

    /// <summary>Checks a request from its form to its token's state; the first thing wrong is the answer.</summary>
    /// <param name="request">As it arrived.</param>
    /// <param name="endpoint">What kind of address it came to.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<OAuth1Verification> VerifyAsync(ReceivedRequest request, OAuth1Endpoint endpoint, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ReceivedParameters received;
        try
        {
            received = ReceivedParameters.Read(request, _options);
        }
        catch (FormatException malformed)
        {
            return new OAuth1Verification.Refused(OAuthProblem.ParameterRejected(malformed.Message), null, null);
        }

        var claim = new SignedClaim(received, endpoint, _options);
        var refusal = claim.Malformed();
        if (refusal is not null)
        {
            return new OAuth1Verification.Refused(refusal, claim.ConsumerKey, null);
        }

        var baseString = BaseString(request, received);
        var consumer = await _store.FindConsumerAsync(claim.ConsumerKey!, stop).ConfigureAwait(false);
        if (consumer is not { Enabled: true })
        {
            SignatureCheck.SpendTheSameTime(claim, baseString, _hashes);
            return Refused(consumer is null ? OAuthProblem.ConsumerKeyUnknown() : OAuthProblem.ConsumerKeyRejected());
        }

        refusal = claim.MethodRefused(consumer) ?? claim.TimestampRefused(_time.GetUtcNow());
        if (refusal is not null)
        {
            return Refused(refusal);
        }

        var found = claim.Token is null ? null : await _store.FindTokenAsync(claim.Token, stop).ConfigureAwait(false);
        var token = TokenRules.IsOfRightKind(found, consumer, endpoint) ? found : null;
        var signed = SignatureCheck.Passes(claim, baseString, consumer, token, _options, _hashes);
        if (claim.Token is not null && token is null)
        {
            return Refused(OAuthProblem.TokenRejected());
        }

        refusal = !signed ? OAuthProblem.SignatureInvalid()
            : !SignatureCheck.BodyHashFits(claim, request.Body) ? OAuthProblem.BodyHashWrong()
            : await UseNonceAsync(claim, stop).ConfigureAwait(false)
                ?? TokenRules.Refusal(token, consumer, endpoint)
                ?? await WrongVerifierAsync(claim, token, endpoint, stop).ConfigureAwait(false);
        return refusal is null ? new OAuth1Verification.Verified(consumer, token, received.All) : Refused(refusal);

        OAuth1Verification.Refused Refused(OAuthProblem problem) => new(problem, claim.ConsumerKey, baseString);
    }

    private bool IsSignedAtAll(ReceivedRequest request, VerifiedConsumer consumer, VerifiedToken? token)
    {
        try
        {
            var received = ReceivedParameters.Read(request, _options);
            var claim = new SignedClaim(received, OAuth1Endpoint.Resource, _options);
            return claim.Malformed() is null
                && claim.ConsumerKey == consumer.Key
                && claim.Token == (token is { Token.Length: > 0 } ? token.Token : null)
                && claim.MethodRefused(consumer) is null
                && SignatureCheck.Passes(claim, BaseString(request, received), consumer, token, _options, _hashes)
                && SignatureCheck.BodyHashFits(claim, request.Body);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static string BaseString(ReceivedRequest request, ReceivedParameters received)
    {
        var buffer = BaseStringBuffer.Rent();
        foreach (var parameter in received.All)
        {
            if (parameter.Name != ProtocolParameter.Signature)
            {
                buffer.Add(parameter.Name, parameter.Value);
            }
        }

        var text = Encoding.ASCII.GetString(buffer.Compose(request.Method, received.Target.Scheme, received.Target.Authority, received.Target.Path));
        buffer.Return();
        return text;
    }

    // After the signature, so that nobody else can burn a consumer's nonces.
    private async ValueTask<OAuthProblem?> UseNonceAsync(SignedClaim claim, CancellationToken stop)
    {
        if (claim.Nonce is null)        // PLAINTEXT may come without (RFC 5849 §3.1)
        {
            return null;
        }

        var used = await _nonces.UseAsync(claim.ConsumerKey!, claim.Token, DateTimeOffset.FromUnixTimeSeconds(claim.Timestamp), claim.Nonce, stop).ConfigureAwait(false);
        var now = _time.GetUtcNow().ToUnixTimeSeconds();
        return used switch
        {
            NonceResult.Fresh => null,
            NonceResult.Used => OAuthProblem.NonceUsed(),
            NonceResult.TooOld => OAuthProblem.TimestampRefused(claim.Timestamp, now, now, now + (long)_options.TimestampWindow.TotalSeconds),
            _ => OAuthProblem.TooManyRequests(_options.TimestampWindow),
        };
    }

    private async ValueTask<OAuthProblem?> WrongVerifierAsync(SignedClaim claim, VerifiedToken? token, OAuth1Endpoint endpoint, CancellationToken stop) =>
        endpoint == OAuth1Endpoint.AccessToken && claim.Verifier is null ? (token!.NeedsNoVerifier ? null : OAuthProblem.ParameterAbsent(ProtocolParameter.Verifier))
        : endpoint != OAuth1Endpoint.AccessToken || await _store.TryVerifierAsync(token!, claim.Verifier!, stop).ConfigureAwait(false)
            ? null
            : OAuthProblem.VerifierInvalid();
}
