namespace ValetKey.OAuth;

/// <summary>One request on its way to a diagnosis.</summary>
internal sealed class Examination
{
    private readonly ExaminedRequest _request;
    private readonly DoctorSecrets _secrets;
    private readonly ServerView _seen;
    private readonly SignatureMethod _method;
    private readonly string _received;
    private readonly string? _stated;
    private readonly string _computed;
    private readonly SigningPlan _right;

    private Examination(ExaminedRequest request, SignatureMethod method, string received, DoctorSecrets secrets, ServerView seen)
    {
        (_request, _method, _received, _secrets, _seen) = (request, method, received, secrets, seen);
        _computed = request.BaseString;
        _stated = seen.BaseString?.Trim() is { Length: > 0 } stated ? stated : StatedBaseString.Find(seen.ErrorBody);
        _right = request.Plan(secrets);
    }

    private string ServerBaseString => _stated ?? _computed;

    private bool LacksTokenSecret => _secrets.TokenSecret is null && _request.Claim.Token is not null;

    private bool HasKey => _method.IsHmac || _method == SignatureMethod.Plaintext;

    private bool KnowsTheKey => _method.IsRsa ? _secrets.RsaKey is not null : _secrets.ConsumerSecret is not null && !LacksTokenSecret;

    public static Diagnosis Of(DoctorRequest request, DoctorSecrets secrets, ServerView seen)
    {
        ExaminedRequest read;
        try
        {
            read = request.IsText ? ExaminedRequest.Read(request, seen) : throw new FormatException("The request holds half of a surrogate pair, so it has no UTF-8 form.");
        }
        catch (FormatException malformed)
        {
            var cause = malformed.Message.StartsWith("The Authorization header", StringComparison.Ordinal) ? DoctorCause.HeaderMalformed : DoctorCause.RequestMalformed;
            return Only(new(cause, Certainty.Known, malformed.Message));
        }

        if (!request.IsSigned && read.Find(ProtocolParameter.ConsumerKey) is null && read.Authorization is null)
        {
            return Only(new(DoctorCause.NotSigned, Certainty.Known, "Neither header nor query nor form has a parameter of OAuth 1.0."));
        }

        var facts = RequestFacts.Of(read);
        return read.Claim.Method is { } method && read.Find(ProtocolParameter.Signature) is { Length: > 0 } received
            ? new Examination(read, method, received, secrets, seen).Diagnose(facts)
            : Only(facts.Count > 0 ? facts[0] : new(DoctorCause.CannotTell, Certainty.Unknown, "There is no signature to compare with."))
                with { ServerBaseString = read.BaseString };
    }

    private static Diagnosis Only(Finding finding) => new() { Findings = [finding], Problem = finding.Cause.Problem };

    private Diagnosis Diagnose(IReadOnlyList<Finding> facts)
    {
        var evidence = SignatureEvidence.Of(_received, _method, _secrets);
        var search = new MistakeSearch(_right, evidence);
        var hits = search.Run();
        var tried = search.Tried;
        if (hits.Count == 0 && _stated is not null && _stated != _computed)
        {
            search = new MistakeSearch(_right with { Stated = _stated }, evidence);
            hits = search.Run();
            tried += search.Tried;
        }

        var hit = hits.Count > 0 ? hits[0] : null;
        var signature = hit is not null ? Proven(hit) : Unproven(evidence, search.IsCutShort);
        var notes = new List<string>(facts.Count > 0 ? [] : ["The request is well-formed, and has every parameter that signing needs."]);
        notes.AddRange(hit is null ? [] : InOrder(hit));
        var timely = RequestFacts.OfTime(_request, _seen, notes);
        Finding[] findings = [.. facts, .. signature, .. timely];
        notes.Add(FormattableString.Invariant($"{Mistake.All.Select(m => m.Cause).Distinct().Count()} known mistakes were looked at, with {tried} signatures."));
        var client = hit?.BaseString ?? (signature.Any(f => f.Cause == DoctorCause.SecretMismatch) ? ServerBaseString : _stated is not null && _stated != _computed ? _computed : null);
        return new()
        {
            Findings = findings.Length > 0 ? findings : [new(DoctorCause.SignatureFine, Certainty.Known, "It is the signature of this request with these secrets.")],
            Problem = InTheOrderOfAServer(facts, signature, timely).Select(f => f.Cause.Problem).FirstOrDefault(),
            Alternatives = [.. hits.Skip(1).Where(h => h.Causes.Count > 0).Select(h => h.Causes)],
            ServerBaseString = ServerBaseString,
            ClientBaseString = client,
            Difference = client is null ? null : BaseStringText.Compare(ServerBaseString, client, _request.Pairs),
            ServerSigningKey = !HasKey || !KnowsTheKey ? null : SigningKey.Of(_secrets.ConsumerSecret!, _secrets.TokenSecret ?? Secret.Empty),
            ClientSigningKey = hit is { Evidence.HasKey: true } ? new Secret(hit.Key) : null,
            ReceivedSignature = _received,
            ClientSignature = hit is null ? null : hit.Evidence.Signature(hit.BaseString, hit.Key) ?? new Secret(_received),
            RightSignature = _method.IsRsa || !KnowsTheKey ? null : new Secret(_method.Sign(ServerBaseString, _secrets.ConsumerSecret!, _secrets.TokenSecret ?? Secret.Empty)),
            Notes = notes,
            Tried = tried,
        };
    }

    // A server looks at the form, then at the clock, then at the signature, and at the nonce last.
    private static IEnumerable<Finding> InTheOrderOfAServer(IEnumerable<Finding> facts, IEnumerable<Finding> signature, IReadOnlyList<Finding> timely) =>
        [.. facts, .. timely.Where(f => f.Cause != DoctorCause.NonceReused), .. signature, .. timely];

    // What a reproduced signature shows to be right.
    private IEnumerable<string> InOrder(Explained hit)
    {
        if (hit.Evidence.CoversKey && hit.Key == _right.Key && !LacksTokenSecret)
        {
            yield return "Both secrets are right, and stand in the right order.";
        }

        if (hit.Evidence.CoversBaseString && hit.BaseString.Split('&') is [var method, var address, _] && ServerBaseString.StartsWith($"{method}&{address}&", StringComparison.Ordinal))
        {
            yield return "Method and address were signed as they should be.";
        }

        if (hit.Evidence.Causes.Count == 0)
        {
            yield return "The signature came through unharmed.";
        }
    }

    private List<Finding> Proven(Explained hit)
    {
        List<Finding> findings =
        [
            .. hit.Mistakes.Select(m => new Finding(m.Cause, Certainty.Known, m.Detail)),
            .. hit.Evidence.Causes.Select(c => new Finding(c, Certainty.Known, DetailOf(c))),
        ];
        if (LacksTokenSecret && hit.Evidence.CoversKey)
        {
            findings.Add(new(DoctorCause.TokenSecretOmitted, Certainty.Suspected, "The request has a token, and was signed without a token secret; the right one is not known here."));
        }

        if (_stated is null || _stated == _computed)
        {
            return findings;
        }

        // The server computed something else than this request says: what differs is its view, not the signing.
        if (hit.Evidence.CoversBaseString && hit.BaseString == _stated)
        {
            return hit.Mistakes.Any(m => m.Cause.Problem is not null && hit.Key != _right.Key) ? findings
                : [new(DoctorCause.SecretMismatch, Certainty.Suspected, "The signature is right for the server's own base string with these secrets, so the server has others.")];
        }

        return [.. findings, StatedDifference.Name(_stated, hit.BaseString, _request.Pairs, Certainty.Known)];
    }

    private List<Finding> Unproven(IReadOnlyList<SignatureEvidence> evidence, bool cutShort)
    {
        if (_stated is not null && _stated != _computed)
        {
            return [StatedDifference.Name(_stated, _computed, _request.Pairs, Certainty.Suspected)];
        }

        if (!KnowsTheKey)
        {
            return [CannotTell(_method.IsRsa ? "Without the consumer's RSA key nothing can be compared." : _secrets.ConsumerSecret is null
                ? "Without the consumer secret no signature can be computed."
                : "Without the token secret the signature cannot be computed; no mistake gives it with an empty one.")];
        }

        if (cutShort)
        {
            return [CannotTell("The request is so large that not all known mistakes could be tried.")];
        }

        if (_method == SignatureMethod.Plaintext)
        {
            return [new(DoctorCause.SecretMismatch, Certainty.Known, "PLAINTEXT sends the secrets themselves, and these are others.")];
        }

        if (_method.IsRsa)
        {
            return evidence.Any(e => !e.CoversKey) ? [CannotTell("The signature was made with the right RSA key, over another base string than any known mistake gives.")]
                : SignatureReading.Of(_received).Any(r => r.Octets.Length * 8 == _secrets.RsaKey!.KeySize)
                    ? [new(DoctorCause.RsaKeyMismatch, Certainty.Known, "Opened with the public key, the signature holds no digest.")]
                    : SignatureReading.Of(_received).Any(r => r.Octets.Length * 8 < _secrets.RsaKey!.KeySize)
                        ? [new(DoctorCause.SignatureTruncated, Certainty.Suspected, "The signature is shorter than this key makes them.")]
                        : [new(DoctorCause.RsaKeyMismatch, Certainty.Suspected, "The signature is longer than this key makes them.")];
        }

        return evidence.Any(e => e.CoversBaseString)
            ? [new(DoctorCause.SecretMismatch, Certainty.Suspected, "No known mistake gives this signature, so the key is probably another one; or the client signed a host that is not known here.")]
            : [CannotTell("oauth_signature is no digest in Base64.")];
    }

    private static Finding CannotTell(string why) => new(DoctorCause.CannotTell, Certainty.Unknown, why);

    private string DetailOf(DoctorCause cause) => cause == DoctorCause.MethodMismatch
        ? $"The request says {_method}, and the signature was made otherwise."
        : cause.Title + ".";
}
