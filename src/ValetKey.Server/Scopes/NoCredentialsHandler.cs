using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace ValetKey.Server.Scopes;

/// <summary>Answers a request that carries no credentials, or more than one kind: 401 that names the ways in, 400 for too many.</summary>
internal sealed class NoCredentialsHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var several = ApiScheme.Kinds(Context).Count > 1;
        Response.StatusCode = several ? StatusCodes.Status400BadRequest : StatusCodes.Status401Unauthorized;
        Response.Headers[HeaderNames.WWWAuthenticate] = new(["OAuth realm=\"ValetKey\"", "Bearer realm=\"ValetKey\""]);
        Response.ContentType = "text/plain; charset=utf-8";
        return Response.WriteAsync(several
            ? "The request carries more than one kind of credentials. Send one: an OAuth 1.0 signature, or one Authorization: Bearer header."
            : "The request carries no credentials that this server takes. Sign it with OAuth 1.0, or send an access token in an Authorization: Bearer header (never in the query).",
            Context.RequestAborted);
    }
}
