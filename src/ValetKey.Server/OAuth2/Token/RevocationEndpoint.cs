using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ValetKey.Server.OAuth2.Tokens;

namespace ValetKey.Server.OAuth2.Token;

/// <summary>
/// Revocation in Google's dialect (RFC 7009 besides): GET or POST, the token in the query or the body, no client credentials needed, since whoever
/// holds a token may end it. Any token of a client ends all that the user allowed it. Why: docs/decisions, "Revocation is Google's".
/// </summary>
internal static class RevocationEndpoint
{
    public static readonly string[] Paths = ["/o/oauth2/revoke", "/revoke"];

    private static readonly TokenError NoSuchToken = new(StatusCodes.Status400BadRequest, "invalid_token", "The token is unknown, expired or revoked already.");

    public static async Task<IResult> Handle(
        HttpContext http, ClientAuthentication authentication, OAuth2Tokens tokens, TimeProvider time, ILogger<OAuth2Tokens> log, CancellationToken stop)
    {
        var (sent, refused) = await Read(http.Request, stop);
        if (refused is not null || sent!["token"] is not { } token)
        {
            return Refuse(http, log, refused ?? TokenError.InvalidRequest("token is missing. Send the access or refresh token in the query or the body."));
        }

        RegisteredClient? caller = null;
        if (http.Request.Headers.Authorization.Count > 0 || sent.Has("client_id") || sent.Has("client_secret"))
        {
            (caller, refused) = authentication.Authenticate(http.Request, sent);
            if (refused is not null)
            {
                return Refuse(http, log, refused);
            }
        }

        if (tokens.Find(token) is not { Kind: TokenKind.Access or TokenKind.Refresh, IsGrantAlive: true } found || found.IsExpired(time.GetUtcNow()))
        {
            return Refuse(http, log, NoSuchToken);
        }

        if (caller is null || caller.ClientId == found.ClientId)        // another client's token: as if it had worked, and no effect (RFC 7009 §2.1)
        {
            await tokens.RevokeAll(found.UserId, found.ClientId, stop);
            log.AccessRevoked(found.ClientId, found.UserId);
        }

        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Text("{}", "application/json");
    }

    /// <summary>The query, and a body where there is one: each parameter once over both.</summary>
    private static async Task<(SentParameters? Sent, TokenError? Refused)> Read(HttpRequest request, CancellationToken stop)
    {
        var query = request.QueryString.Value?.TrimStart('?') ?? "";
        var hasBody = HttpMethods.IsPost(request.Method) && (request.ContentType is not null || request.ContentLength > 0);
        var (body, unread) = hasBody ? await FormBody.Read(request, stop) : ("", null);
        return unread is not null ? (null, unread)
            : !SentParameters.TryParse($"{query}&{body}", out var sent) ? (null, TokenError.InvalidRequest("The parameters cannot be read: a stray percent sign, no UTF-8, or too many."))
            : sent.IsRepeated("token") ? (null, TokenError.InvalidRequest("token is there more than once. Send it once, in the query or in the body."))
            : (sent, null);
    }

    private static TokenError Refuse(HttpContext http, ILogger log, TokenError refused)
    {
        log.TokenRefused("", http.Request.Path, refused.Error, refused.Description);
        return refused;
    }
}
