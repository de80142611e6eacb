using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using ValetKey.Server.Scopes;

namespace ValetKey.Server.OAuth2.Tokens;

/// <summary>Authenticates a request by its access token in <c>Authorization: Bearer</c> (RFC 6750 §2.1). Unknown, expired and revoked tokens get one answer.</summary>
internal sealed class BearerHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, OAuth2Tokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Invalid = "The access token is unknown, expired or revoked. Refresh it, or ask the user again.";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        var token = header.StartsWith(ApiScheme.Bearer, StringComparison.OrdinalIgnoreCase) ? header[ApiScheme.Bearer.Length..].Trim() : "";
        if (token.Length > 0 && tokens.FindCaller(token) is { } caller)
        {
            return Task.FromResult(caller.Enter(Context));
        }

        Logger.BearerRefused(Printable.Of(Request.Path), "invalid_token");
        return Task.FromResult(AuthenticateResult.Fail("invalid_token"));
    }

    /// <summary>RFC 6750 §3.1</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        Answer(StatusCodes.Status401Unauthorized, $"error=\"invalid_token\", error_description=\"{Invalid}\"", Invalid);

    /// <summary>The token does not cover the API: 403 that names the scope to ask for.</summary>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var wanted = Context.GetEndpoint()?.Metadata.GetMetadata<ApiRequirement>()?.Api.PreferredScope ?? "";
        Logger.BearerRefused(Printable.Of(Request.Path), "insufficient_scope");
        const string meaning = "The access token was granted for other scopes than this request needs. Ask the user for the scope that is named here.";
        return Answer(StatusCodes.Status403Forbidden, $"error=\"insufficient_scope\", error_description=\"{meaning}\", scope=\"{wanted}\"", $"{meaning} {wanted}");
    }

    private Task Answer(int status, string challenge, string text)
    {
        Response.StatusCode = status;
        Response.Headers[HeaderNames.WWWAuthenticate] = $"Bearer realm=\"ValetKey\", {challenge}";
        Response.ContentType = "text/plain; charset=utf-8";
        return Response.WriteAsync(text, Context.RequestAborted);
    }
}
