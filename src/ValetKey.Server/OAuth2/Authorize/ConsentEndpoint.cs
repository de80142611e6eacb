using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ValetKey.Server.Accounts;
using ValetKey.Server.OAuth2.Tokens;

namespace ValetKey.Server.OAuth2.Authorize;

/// <summary>The consent form's answer. It carries a handle and a decision; everything else is what the server noted when it showed the page.</summary>
internal static class ConsentEndpoint
{
    public const string Path = "/o/oauth2/consent";

    public static async Task<IResult> Decide(
        HttpContext http, Caller? caller, Clients clients, Consents consents, PendingAuthorizations pending, OAuth2Tokens tokens, ILogger<AuthorizationFlow> log, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        if (caller is null || form["decision"] is not ["allow" or "deny"] || form[AuthorizationEndpoint.HandleName] is not [{ Length: > 0 } handle]
            || pending.FindShown(handle, caller.Account.Id, Sessions.HashOfCookie(http)) is not var (request, scopes)
            || clients.Find(request.ClientId) is not { } client || !RedirectUris.Allows(client, request.RedirectUri))
        {
            log.ConsentRefused(caller?.Account.Email ?? "nobody", "request_not_shown_here");
            return AuthorizationEndpoint.Expired();
        }

        if (form["decision"] == "deny")
        {
            if (!await pending.Take(handle, stop))
            {
                return AuthorizationEndpoint.Expired();
            }

            log.AccessDenied(caller.Account.Email, request.ClientId);
            return AuthorizationAnswer.Error(http, request.ReturnAddress, "access_denied", "The user denied access.");
        }

        var isNew = !consents.Cover(caller.Account.Id, request);
        var isFresh = isNew || client.IsPublic || request.ForceConsent;
        return await tokens.IssueCode(new Approval(caller.Account.Id, request, scopes, isFresh, isNew), handle, stop) is { } code
            ? AuthorizationAnswer.Code(http, request.ReturnAddress, code)
            : AuthorizationEndpoint.Expired();
    }
}
