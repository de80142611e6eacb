using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;
using ValetKey.Server.Accounts;

namespace ValetKey.Server.OAuth2.Authorize;

/// <summary>The authorization endpoint (RFC 6749 §3.1): GET, or POST of the same parameters (OpenID Connect Core §3.1.2.1).</summary>
internal static class AuthorizationEndpoint
{
    public static readonly string[] Paths = ["/o/oauth2/auth", "/o/oauth2/v2/auth"];

    /// <summary>A browser comes back here from signing in, and finds its request by the handle.</summary>
    public const string ContinuePath = "/o/oauth2/auth/continue";

    public const string HandleName = "request";

    public static string PathOf(string handle) => $"{ContinuePath}?{HandleName}={handle}";

    public static async Task<IResult> Get(HttpContext http, Caller? caller, AuthorizationReader reader, AuthorizationFlow flow, ILogger<AuthorizationFlow> log, CancellationToken stop) =>
        reader.TryRead(http.Request.QueryString.Value?.TrimStart('?') ?? "", out var request, out var refusal, out var clientId)
            ? await flow.Proceed(http, caller, request, handle: null, stop)
            : Refused(http, refusal, clientId, log);

    /// <summary>Goes on with a GET: the cookie of a session does not come along with a form of another site.</summary>
    public static async Task<IResult> Post(HttpContext http, AuthorizationReader reader, PendingAuthorizations pending, ILogger<AuthorizationFlow> log, CancellationToken stop)
    {
        var (text, unread) = await FormBody.Read(http.Request, stop);
        if (unread is not null)
        {
            return AccountPages.Refusal(unread.Status, "The request cannot be read", unread.Description, "Send the parameters as a form, or in the query of a GET.");
        }

        return reader.TryRead(string.Join('&', http.Request.QueryString.Value?.TrimStart('?'), text), out var request, out var refusal, out var clientId)
            ? AuthorizationAnswer.SeeOther(http, PathOf(await pending.Store(request, stop)))
            : Refused(http, refusal, clientId, log);
    }

    public static async Task<IResult> Continue(HttpContext http, Caller? caller, PendingAuthorizations pending, AuthorizationFlow flow, CancellationToken stop) =>
        http.Request.Query[HandleName] is [{ Length: > 0 } handle] && pending.Find(handle) is { } request
            ? await flow.Proceed(http, caller, request, handle, stop)
            : Expired();

    public static RazorComponentResult Expired() => AccountPages.Refusal(StatusCodes.Status400BadRequest, "This request has ended",
        "It was answered already, or it waited too long, or its application has changed since.", "Go back to the application, and start again there.");

    private static IResult Refused(HttpContext http, AuthorizationRefusal refusal, string clientId, ILogger log)
    {
        log.AuthorizationRefused(clientId, refusal.Reason, refusal is AuthorizationRefusal.ToClient toClient ? toClient.Description : ((AuthorizationRefusal.OnPage)refusal).What);
        return AuthorizationAnswer.Refused(http, refusal);
    }
}
