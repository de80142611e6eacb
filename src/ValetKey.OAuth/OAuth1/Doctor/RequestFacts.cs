using System.Globalization;

namespace ValetKey.OAuth;

/// <summary>What is wrong with a request whatever its signature: read off by the verifier's own rules.</summary>
internal static class RequestFacts
{
    private const long FirstMillisecond = 100_000_000_000;      // as seconds, in the year 5138

    /// <summary>What makes it malformed; at most one, since a server looks no further.</summary>
    public static IReadOnlyList<Finding> Of(ExaminedRequest request)
    {
        if (request.Claim.Malformed() is { } problem)
        {
            var cause = problem.Code switch
            {
                "parameter_absent" => DoctorCause.ParameterAbsent,
                "version_rejected" => DoctorCause.VersionRejected,
                "signature_method_rejected" => DoctorCause.MethodUnknown,
                _ => DoctorCause.ParameterRejected,
            };
            return [new(cause, Certainty.Known, problem.Meaning)];
        }

        // The body as text may not be the body byte for byte, so this is never certain.
        return request.Source.Body is not null && !SignatureCheck.BodyHashFits(request.Claim, request.Received.Body)
            ? [new(DoctorCause.BodyHashWrong, Certainty.Suspected, "The hash of the body as it is here is another one.")] : [];
    }

    /// <summary>Timestamp and nonce, as far as the server's clock and memory are known.</summary>
    /// <param name="request">The request.</param>
    /// <param name="seen">The server's side.</param>
    /// <param name="notes">Gets what is in order.</param>
    public static IReadOnlyList<Finding> OfTime(ExaminedRequest request, ServerView seen, List<string> notes)
    {
        var findings = new List<Finding>();
        var timestamp = request.Find(ProtocolParameter.Timestamp);
        if (long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var sent))
        {
            if (sent >= FirstMillisecond)
            {
                findings.Add(new(DoctorCause.TimestampMilliseconds, Certainty.Known, $"oauth_timestamp is {timestamp}, which as seconds lies more than three thousand years ahead."));
            }
            else if (seen.Now is { } now)
            {
                var off = sent - now.ToUnixTimeSeconds();
                var text = string.Create(CultureInfo.InvariantCulture, $"oauth_timestamp is {off:+0;-0;0} s from the server's clock; {seen.TimestampWindow.TotalSeconds:0} s are allowed to each side.");
                if (Math.Abs(off) > seen.TimestampWindow.TotalSeconds)
                {
                    findings.Add(new(DoctorCause.ClockSkew, Certainty.Known, text));
                }
                else
                {
                    notes.Add(text);
                }
            }
        }

        if (seen.UsedNonces.Any(used => used.Nonce == request.Find(ProtocolParameter.Nonce) && used.Timestamp == timestamp))
        {
            findings.Add(new(DoctorCause.NonceReused, Certainty.Known, "A request with this timestamp and nonce was here before."));
        }
        else if (seen.UsedNonces.Count > 0)
        {
            notes.Add("The nonce was not used before.");
        }

        return findings;
    }
}
