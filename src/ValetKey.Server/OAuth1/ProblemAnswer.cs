using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using ValetKey.OAuth;

namespace ValetKey.Server.OAuth1;

/// <summary>A refusal on the wire: the problem in <c>WWW-Authenticate</c> and as a form-encoded body.</summary>
internal sealed class ProblemAnswer(OAuth1Verification.Refused refused) : IResult
{
    public const string Realm = "ValetKey";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        var problem = refused.Problem;
        services.GetRequiredService<ILogger<ProblemAnswer>>().RequestRefused(refused.ConsumerKey ?? "", httpContext.Request.Path, problem.Code, problem.Mend);

        // Only where developers look: a base string shows every parameter that was sent. It never holds a secret.
        var baseString = problem.Code == "signature_invalid" && services.GetRequiredService<IHostEnvironment>().IsDevelopment() ? refused.BaseString : null;
        if (baseString is not null)
        {
            problem = problem.With("oauth_signature_base_string", baseString);
        }

        var response = httpContext.Response;
        response.StatusCode = problem.Status;
        response.Headers[HeaderNames.WWWAuthenticate] = problem.ToWwwAuthenticate(Realm);
        response.Headers[HeaderNames.CacheControl] = "no-store";
        if (problem.RetryAfter is { } wait)
        {
            response.Headers[HeaderNames.RetryAfter] = System.Xml.XmlConvert.ToString((long)wait.TotalSeconds);
        }

        response.ContentType = "application/x-www-form-urlencoded";
        return response.WriteAsync(problem.ToForm() + (baseString is null ? "" : "&\nbase_string:" + baseString + "\n"), httpContext.RequestAborted);
    }
}
