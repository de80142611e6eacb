using System.Globalization;

namespace ValetKey.OAuth;

/// <summary>A server refused an OAuth 1.0 request, or its answer cannot be used.</summary>
public sealed class OAuth1Exception : Exception
{
    /// <param name="problem">What the server said, or what is wrong with its answer.</param>
    /// <param name="status">The HTTP status of the answer; <c>null</c> where there was none.</param>
    public OAuth1Exception(OAuthProblem problem, int? status)
        : base(string.Create(CultureInfo.InvariantCulture, $"{problem?.Code}: {problem?.Meaning} {problem?.Mend}"))
    {
        ArgumentNullException.ThrowIfNull(problem);
        Problem = problem;
        Status = status;
    }

    /// <summary>What was wrong and what to do.</summary>
    public OAuthProblem Problem { get; }

    /// <summary>The HTTP status of the answer; <c>null</c> where there was none.</summary>
    public int? Status { get; }
}
