using System.Text;

namespace ValetKey.OAuth;

/// <summary>What the doctor found. The properties of type <see cref="Secret"/> are for use, not for show.</summary>
public sealed record Diagnosis
{
    /// <summary>Everything that is wrong, the first explaining the signature; never empty, since nothing wrong is <see cref="DoctorCause.SignatureFine"/>.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The first finding's cause.</summary>
    public DoctorCause Cause => Findings[0].Cause;

    /// <summary>The first finding's certainty.</summary>
    public Certainty Certainty => Findings[0].Certainty;

    /// <summary>Whether nothing is wrong with the request, as far as can be known.</summary>
    public bool IsFine => Cause == DoctorCause.SignatureFine;

    /// <summary>Other mistakes that give the very same bytes, so that nobody can tell them from the findings; each a single cause or a pair.</summary>
    public IReadOnlyList<IReadOnlyList<DoctorCause>> Alternatives { get; init; } = [];

    /// <summary>What should have been signed: the server's own words where they are known, else computed here. <c>null</c> where the request cannot be read.</summary>
    public string? ServerBaseString { get; init; }

    /// <summary>What the client signed: reproduced where the certainty is <see cref="Certainty.Known"/>, else what the suspicion takes it for; <c>null</c> where there is none.</summary>
    public string? ClientBaseString { get; init; }

    /// <summary>Where the two base strings part; <c>null</c> where they are equal or one is not known.</summary>
    public BaseStringDifference? Difference { get; init; }

    /// <summary>The HMAC key, or the signature of PLAINTEXT, that the server uses: both secrets.</summary>
    public Secret? ServerSigningKey { get; init; }

    /// <summary>The key that the client used, where it was reproduced: made of the secrets.</summary>
    public Secret? ClientSigningKey { get; init; }

    /// <summary>The value of <c>oauth_signature</c> as it arrived, decoded once. For PLAINTEXT it is the secrets.</summary>
    public Secret? ReceivedSignature { get; init; }

    /// <summary>What the client computed, before it was spoilt on the way; where it was reproduced.</summary>
    public Secret? ClientSignature { get; init; }

    /// <summary>
    /// The signature that would have been accepted for this request. It is derived from the secrets: whoever has it can send this request,
    /// and for PLAINTEXT it is the secrets. Show it only to who gave them. <c>null</c> where they are not known, and for RSA.
    /// </summary>
    public Secret? RightSignature { get; init; }

    /// <summary>The <c>oauth_problem</c> that a server answers; <c>null</c> where nothing is wrong or nothing is known.</summary>
    public string? Problem { get; init; }

    /// <summary>What was looked at besides and found in order, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>How many signatures were computed in the search.</summary>
    public int Tried { get; init; }

    /// <summary>What to change, in words: the mends of all findings.</summary>
    public string Mend => string.Join(' ', Findings.Select(f => f.Cause.Mend).Distinct(StringComparer.Ordinal));

    private bool PrintMembers(StringBuilder text)
    {
        text.AppendJoin(", ", Findings.Select(f => $"{f.Cause.Id} ({f.Certainty})"));
        return true;
    }
}
