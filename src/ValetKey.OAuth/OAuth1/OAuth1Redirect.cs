using System.Text;

namespace ValetKey.OAuth;

/// <summary>What the user brought back to the callback: <see cref="Allowed"/>, <see cref="Denied"/> or <see cref="Failed"/> (RFC 5849 §2.2).</summary>
public abstract record OAuth1Redirect
{
    private OAuth1Redirect()
    {
    }

    /// <summary>The user consented.</summary>
    /// <param name="Token">The request token; take the one of this name that this very browser began with, and no other.</param>
    /// <param name="Verifier">For the exchange; empty from a provider of revision 1.0.</param>
    public sealed record Allowed(string Token, string Verifier) : OAuth1Redirect
    {
        /// <summary>The token alone: with the verifier anyone who can sign could exchange it.</summary>
        protected override bool PrintMembers(StringBuilder builder)
        {
            ArgumentNullException.ThrowIfNull(builder);
            builder.Append("Token = ").Append(Token);
            return true;
        }
    }

    /// <summary>The user declined.</summary>
    /// <param name="Token">The request token, where the server says it.</param>
    public sealed record Denied(string? Token) : OAuth1Redirect;

    /// <summary>Something else went wrong on the way.</summary>
    /// <param name="Problem">What, and what to do.</param>
    public sealed record Failed(OAuthProblem Problem) : OAuth1Redirect;

    /// <summary>Reads the address that the browser was sent to, or its query alone.</summary>
    /// <param name="redirect">Absolute, or from the <c>?</c> on; not decoded.</param>
    public static OAuth1Redirect Parse(string redirect) => Parse(redirect, hasVerifier: true);

    /// <summary>As <see cref="Parse(Uri)"/>, also for a provider of revision 1.0, which sends no verifier.</summary>
    /// <param name="redirect">Absolute, or from the <c>?</c> on; not decoded.</param>
    /// <param name="hasVerifier">Whether a consent without a verifier is refused. Without one anybody may have consented: trust the token, not who brings it.</param>
    public static OAuth1Redirect Parse(string redirect, bool hasVerifier)
    {
        ArgumentNullException.ThrowIfNull(redirect);
        RedirectParameters parameters;
        try
        {
            parameters = RedirectParameters.Read(redirect);
        }
        catch (FormatException malformed)
        {
            return new Failed(OAuthProblem.ParameterRejected(malformed.Message));
        }

        var token = parameters.Find(ProtocolParameter.Token);
        return parameters.Find("oauth_problem") switch
        {
            "permission_denied" or "user_refused" => new Denied(token),
            { Length: > 0 } problem => new Failed(OAuthProblem.Read(400, FormEncoding.Encode([new("oauth_problem", problem)]), null)!),
            _ when parameters.Find("denied") is { } denied => new Denied(token ?? denied),
            _ when string.IsNullOrEmpty(token) => new Failed(OAuthProblem.ParameterAbsent(ProtocolParameter.Token)),
            _ when parameters.Repeats(ProtocolParameter.Token, ProtocolParameter.Verifier) => new Failed(OAuthProblem.ParameterRejected("The redirect has a parameter twice.")),
            _ when parameters.Find(ProtocolParameter.Verifier) is { Length: > 0 } verifier => new Allowed(token, verifier),
            _ when !hasVerifier => new Allowed(token, ""),
            _ => new Failed(OAuthProblem.ParameterAbsent(ProtocolParameter.Verifier)),
        };
    }

    /// <summary>As <see cref="Parse(string)"/>.</summary>
    public static OAuth1Redirect Parse(Uri redirect)
    {
        ArgumentNullException.ThrowIfNull(redirect);
        return Parse(redirect.OriginalString);
    }

    /// <summary>Whether it belongs to this request token. A refusal that names none does.</summary>
    internal bool IsFor(string token) => this switch
    {
        Allowed allowed => allowed.Token == token,
        Denied denied => denied.Token is null || denied.Token == token,
        Failed failed => failed.Problem.Code != "parameter_absent",
        _ => false,
    };
}
