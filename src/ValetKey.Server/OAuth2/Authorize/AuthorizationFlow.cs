using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ValetKey.Server.Accounts;
using ValetKey.Server.OAuth2.Tokens;

namespace ValetKey.Server.OAuth2.Authorize;

/// <summary>What follows on a valid request: sign-in, another account, the consent page, or the answer at once.</summary>
internal sealed class AuthorizationFlow(
    Clients clients, Consents consents, PendingAuthorizations pending, OAuth2Tokens tokens, ILogger<AuthorizationFlow> log)
{
    /// <param name="handle">Where the request waits already; null when it has just come in.</param>
    public async Task<IResult> Proceed(HttpContext http, Caller? caller, AuthorizationRequest request, string? handle, CancellationToken stop)
    {
        if (clients.Find(request.ClientId) is not { } client || !RedirectUris.Allows(client, request.RedirectUri))
        {
            return AuthorizationEndpoint.Expired();
        }

        if (caller is null)
        {
            return request.Silent ? Refused(http, request, "login_required", "Nobody is signed in, and prompt=none asks for no page.")
                : AccountPages.SignInFirst(AuthorizationEndpoint.PathOf(handle ?? await pending.Store(request, stop)), request.LoginHint, request.HostedDomain);
        }

        if (request.HostedDomain is { } domain && caller.Account.Domain != domain)
        {
            return request.Silent ? Refused(http, request, "login_required", "Who is signed in has no account of that domain, and prompt=none asks for no page.")
                : AccountPages.Refusal(StatusCodes.Status403Forbidden, "Another account is needed",
                    $"You are signed in as {caller.Account.Email}, and this application asks for an account of {Printable.Of(domain)}.",
                    "Sign out, and sign in with an account of that domain.",
                    new("Use another account", AccountPages.SwitchAccount(AuthorizationEndpoint.PathOf(handle ?? await pending.Store(request, stop)))));
        }

        var scopes = consents.ScopesOf(caller.Account.Id, client, request);
        if (MayAnswerAtOnce(client, caller.Account, request))
        {
            var code = await tokens.IssueCode(new Approval(caller.Account.Id, request, scopes, IsFresh: false, IsNew: false), handle, stop);
            return code is null ? AuthorizationEndpoint.Expired() : AuthorizationAnswer.Code(http, request.ReturnAddress, code);
        }

        return request.Silent
            ? Refused(http, request, IsSomebodyElse(caller.Account, request) ? "login_required" : "consent_required", "The user must be asked, and prompt=none asks for no page.")
            : await Ask(http, caller.Account, client, request, scopes, handle, stop);
    }

    /// <summary>Anybody can pose as a client without a secret, so its user is asked each time (RFC 6749 §10.2).</summary>
    private bool MayAnswerAtOnce(RegisteredClient client, Account account, AuthorizationRequest request) =>
        !client.IsPublic && !request.ForceConsent && !request.SelectAccount && !IsSomebodyElse(account, request) && consents.Cover(account.Id, request);

    private static bool IsSomebodyElse(Account account, AuthorizationRequest request) =>
        request.LoginHint is { } hint && !hint.Equals(account.Email, StringComparison.OrdinalIgnoreCase);

    private async Task<IResult> Ask(
        HttpContext http, Account account, RegisteredClient client, AuthorizationRequest request, IReadOnlyList<string> scopes, string? handle, CancellationToken stop)
    {
        handle ??= await pending.Store(request, stop);
        await pending.Show(handle, account.Id, Sessions.HashOfCookie(http), scopes, stop);
        return AccountPages.Consent(new ConsentView(
            Printable.Of(client.Name),
            client.ClientId,
            account.Email,
            scopes,
            request.ReturnAddress.Shown,
            request.Offline,
            client.RegisteredBy,
            ConsentEndpoint.Path,
            (AuthorizationEndpoint.HandleName, handle),
            AccountPages.SwitchAccount(AuthorizationEndpoint.PathOf(handle))));
    }

    private IResult Refused(HttpContext http, AuthorizationRequest request, string error, string description)
    {
        log.AuthorizationRefused(Printable.Of(request.ClientId), error, description);
        return AuthorizationAnswer.Error(http, request.ReturnAddress, error, description);
    }
}
