namespace ValetKey.OAuth;

/// <summary>Says why the signature of an OAuth 1.0 request is refused: which character of the base string differs, which input it came from, and which known mistake makes it (RFC 5849 §3.4).</summary>
/// <remarks>
/// It rebuilds what should have been signed, and tries the known mistakes on it, singly and in pairs. One that gives the very signature that was received is known to be the cause;
/// everything else is at most suspected. The work is bounded: some thousand signatures. Nothing is sent anywhere.
/// </remarks>
public static class SignatureDoctor
{
    /// <summary>Examines a refused request.</summary>
    /// <param name="request">The request as it arrived.</param>
    /// <param name="secrets">What the server has on file; some may be missing.</param>
    /// <param name="seen">What is known of the server's side; <c>null</c> for nothing.</param>
    /// <exception cref="ArgumentException">A secret, or a host of <paramref name="seen"/>, holds half of a surrogate pair.</exception>
    public static Diagnosis Examine(DoctorRequest request, DoctorSecrets secrets, ServerView? seen = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(secrets);
        var view = seen ?? ServerView.Nothing;
        if (request.SchemeIsAssumed && !view.ProxyTrusted && ForwardedAddress.Read(view.ForwardedHeaders).Scheme is not null)
        {
            return Examination.Of(request with { Url = WithScheme("http", request.Url) }, secrets, view);       // a proxy says what was called, since it ended the TLS
        }

        var diagnosis = Examination.Of(request, secrets, view);
        if (!request.SchemeIsAssumed || diagnosis.IsFine)
        {
            return diagnosis;
        }

        var other = WithScheme(request.Url.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? "http" : "https", request.Url);
        var second = Examination.Of(request with { Url = other }, secrets, view);
        return second.IsFine || Rank(second) > Rank(diagnosis) ? second : diagnosis;
    }

    private static string WithScheme(string scheme, string url) => scheme + url[Math.Max(0, url.IndexOf(':', StringComparison.Ordinal))..];

    private static int Rank(Diagnosis diagnosis) => ((int)diagnosis.Certainty * 100) - diagnosis.Findings.Count - (diagnosis.Findings.Any(f => IsOfScheme(f.Cause)) ? 50 : 0);

    private static bool IsOfScheme(DoctorCause cause) => cause == DoctorCause.SchemeBehindProxy || cause == DoctorCause.WrongScheme;
}
