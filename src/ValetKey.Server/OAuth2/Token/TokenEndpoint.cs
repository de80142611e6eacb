using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ValetKey.Server.OAuth2.Token;

/// <summary>The token endpoint (RFC 6749 §3.2): reads the form, authenticates the client, and hands over to the grant.</summary>
internal static class TokenEndpoint
{
    /// <summary>Google's, and the names that it had later.</summary>
    public static readonly string[] Paths = ["/o/oauth2/token", "/token", "/oauth2/v4/token"];

    private static readonly string[] Known =
        ["grant_type", "code", "redirect_uri", "code_verifier", "refresh_token", "scope", "client_id", "client_secret", "client_assertion", "client_assertion_type"];

    public static async Task<IResult> Handle(
        HttpContext http, ClientAuthentication authentication, AuthorizationCodeGrant codes, RefreshTokenGrant refreshes, ILogger<AuthorizationCodeGrant> log, CancellationToken stop)
    {
        var (sent, unread) = await Read(http.Request, stop);
        var (client, answer) = sent is null ? (null, unread!) : await Answer(http.Request, sent, authentication, codes, refreshes, stop);
        if (answer is TokenError refused)
        {
            log.TokenRefused(client?.ClientId ?? Printable.Of(sent?["client_id"] ?? ""), http.Request.Path, refused.Error, refused.Description);
        }

        return answer;
    }

    /// <summary>The form, each parameter of it once.</summary>
    public static async Task<(SentParameters? Sent, TokenError? Refused)> Read(HttpRequest request, CancellationToken stop)
    {
        var (text, unread) = await FormBody.Read(request, stop);
        return unread is not null ? (null, unread)
            : !SentParameters.TryParse(text!, out var sent) ? (null, TokenError.InvalidRequest("The form cannot be read: a stray percent sign, bytes that are no UTF-8, or too many parameters."))
            : Array.Find(Known, sent.IsRepeated) is { } name ? (null, TokenError.InvalidRequest($"{name} is there more than once. Send it once."))
            : (sent, null);
    }

    private static async Task<(RegisteredClient? Client, IResult Answer)> Answer(
        HttpRequest request, SentParameters sent, ClientAuthentication authentication, AuthorizationCodeGrant codes, RefreshTokenGrant refreshes, CancellationToken stop)
    {
        var (client, refused) = authentication.Authenticate(request, sent);
        return client is null ? (null, refused!) : (client, sent["grant_type"] switch
        {
            "authorization_code" => await codes.Answer(client, sent, stop),
            "refresh_token" => await refreshes.Answer(client, sent, stop),
            null => TokenError.InvalidRequest("grant_type is missing. Send authorization_code or refresh_token."),
            _ => new TokenError(StatusCodes.Status400BadRequest, "unsupported_grant_type", "grant_type is authorization_code or refresh_token here."),
        });
    }
}
