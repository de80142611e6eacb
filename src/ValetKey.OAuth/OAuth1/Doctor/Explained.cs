namespace ValetKey.OAuth;

/// <summary>A way of signing that makes the received signature.</summary>
/// <param name="Mistakes">What is done wrong, with its detail; empty for nothing.</param>
/// <param name="Evidence">What it fits.</param>
/// <param name="BaseString">What was signed.</param>
/// <param name="Key">The key.</param>
internal sealed record Explained(IReadOnlyList<(DoctorCause Cause, string Detail)> Mistakes, SignatureEvidence Evidence, string BaseString, string Key)
{
    /// <summary>The mistakes and what happened to the signature.</summary>
    public IReadOnlyList<DoctorCause> Causes => [.. Mistakes.Select(m => m.Cause), .. Evidence.Causes];

    // The key is made of the secrets, and the base string holds parameters.
    public override string ToString() => string.Join(" + ", Causes);
}
