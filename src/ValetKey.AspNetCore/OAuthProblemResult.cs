using System.Xml;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using ValetKey.OAuth;

namespace ValetKey.AspNetCore;

/// <summary>A refusal on the wire: the problem in <c>WWW-Authenticate</c> and as a form-encoded body (Problem Reporting extension). It is logged, too.</summary>
/// <param name="refused">What the verifier found.</param>
/// <param name="scheme">Whose realm it names.</param>
public sealed class OAuthProblemResult(OAuth1Verification.Refused refused, string scheme = OAuth1Defaults.AuthenticationScheme) : IResult
{
    private const int LongestLogged = 200;

    /// <summary>A problem that the application found after the verification.</summary>
    /// <param name="problem">What is wrong.</param>
    /// <param name="consumerKey">Who signed, for the log.</param>
    public OAuthProblemResult(OAuthProblem problem, string? consumerKey) : this(new OAuth1Verification.Refused(problem, consumerKey, null))
    {
    }

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var options = OAuth1HttpContext.OptionsOf(httpContext, scheme);
        var problem = refused.Problem;
        httpContext.RequestServices.GetRequiredService<ILogger<OAuthProblemResult>>().RequestRefused(
            Printable(refused.ConsumerKey ?? ""), Printable(httpContext.Request.Path.Value ?? ""), problem.Code, problem.Mend);

        // Only where developers look: a base string shows every parameter that was sent. It never holds a secret.
        var baseString = problem.Code == "signature_invalid" && options.ShowBaseString ? refused.BaseString : null;
        if (baseString is not null)
        {
            problem = problem.With("oauth_signature_base_string", baseString);
        }

        var response = httpContext.Response;
        response.StatusCode = problem.Status;
        response.Headers[HeaderNames.WWWAuthenticate] = problem.ToWwwAuthenticate(options.Realm);
        response.Headers[HeaderNames.CacheControl] = "no-store";
        if (problem.RetryAfter is { } wait)
        {
            response.Headers[HeaderNames.RetryAfter] = XmlConvert.ToString((long)wait.TotalSeconds);
        }

        response.ContentType = "application/x-www-form-urlencoded";
        return response.WriteAsync(problem.ToForm() + (baseString is null ? "" : "&\nbase_string:" + baseString + "\n"), httpContext.RequestAborted);
    }

    /// <summary>One event, one line, whatever was sent.</summary>
    private static string Printable(string text) =>
        string.Concat((text.Length > LongestLogged ? text[..LongestLogged] + "…" : text).Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? '\uFFFD' : c));
}
