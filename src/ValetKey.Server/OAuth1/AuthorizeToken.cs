using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using ValetKey.OAuth;
using ValetKey.Server.Accounts;
using ValetKey.Server.ApisConsole;

namespace ValetKey.Server.OAuth1;

/// <summary>Resource owner authorization (RFC 5849 §2.2): sign-in, consent, and back to the callback that the request token was asked for with.</summary>
internal static class AuthorizeToken
{
    public const string Path = "/accounts/OAuthAuthorizeToken";

    /// <summary>Shows the consent page.</summary>
    public static IResult Show(HttpContext http, Caller? caller, OAuth1Tokens tokens, Revision10 revision10, DomainPolicies policies)
    {
        var query = http.Request.Query;
        if (query["oauth_token"] is not [{ Length: > 0 } token])
        {
            return AccountPages.Refusal(StatusCodes.Status400BadRequest, "The request token is missing",
                "The address carries no oauth_token, or several.", "Ask for a request token first, and send the user here with ?oauth_token= and that token, percent-encoded.");
        }

        var request = tokens.FindRequestToken(token);
        if (request is not { State: OAuth1TokenState.Request })
        {
            return Undecidable(request);
        }

        if (Refusal(http, caller, request, revision10, policies) is { } refusal)
        {
            return refusal;
        }

        if (caller is null)
        {
            return AccountPages.SignInFirst(http.Request, domain: HostedDomain(http));
        }

        var callback = Revision10.CallbackOf(http, request);
        return AccountPages.Consent(new ConsentView(
            request.RegisteredName ?? request.ChosenName ?? "An application without a name",
            request.ConsumerKey,
            caller.Account.Email,
            request.Scopes,
            callback == Callbacks.OutOfBand ? null : new Uri(callback).Authority,
            KeepsAccess: true,
            request.RegisteredName is null ? null : request.RegisteredBy,
            request.IsRevision10 && callback != Callbacks.OutOfBand ? $"{Path}?oauth_callback={Uri.EscapeDataString(callback)}" : Path,
            ("oauth_token", token),
            AccountPages.SwitchAccount(http.Request))
        {
            Warning = request.IsRevision10 ? Revision10.Warning : null,
            ShowsCode = !request.IsRevision10,
        });
    }

    /// <summary>Takes the decision: the callback gets the verifier or the denial, and with <c>oob</c> a page shows it.</summary>
    public static async Task<IResult> Decide(HttpContext http, Caller? caller, OAuth1Tokens tokens, Revision10 revision10, DomainPolicies policies, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var token = form["oauth_token"].ToString();
        var request = tokens.FindRequestToken(token);
        if (caller is null || form["decision"] is not ["allow" or "deny"] || request is not { State: OAuth1TokenState.Request })
        {
            return caller is null
                ? AccountPages.Refusal(StatusCodes.Status400BadRequest, "Nobody is signed in", "The session has ended since the page was shown.", "Go back, and sign in again.")
                : Undecidable(request);
        }

        if (Refusal(http, caller, request, revision10, policies) is { } refusal)
        {
            return refusal;
        }

        var allowed = form["decision"] == "allow";
        var verifier = allowed ? await tokens.Approve(token, caller.Account.Id, stop) : null;
        if (allowed ? verifier is null : !await tokens.Decline(token, caller.Account.Id, stop))
        {
            return Undecidable(tokens.FindRequestToken(token));
        }

        return Revision10.CallbackOf(http, request) is var callback && callback != Callbacks.OutOfBand
            ? SendBack(http, callback, token, allowed, request.IsRevision10 ? null : verifier)
            : !allowed ? AccountPages.Refusal(StatusCodes.Status200OK, "Access denied", "You denied access, and the application gets none.", "Close this page, or start again in the application.")
            : request.IsRevision10 ? AccountPages.Refusal(StatusCodes.Status200OK, "Access granted", "The application may use your data now.", "Go back to the application, and let it go on.")
            : AccountPages.SuccessCode(verifier!, "oauth_verifier");
    }

    /// <summary>Why this user cannot decide on this request, or nobody can; null where somebody can.</summary>
    private static RazorComponentResult? Refusal(HttpContext http, Caller? caller, RequestToken request, Revision10 revision10, DomainPolicies policies)
    {
        if (revision10.Refusal(http, request, caller?.Account) is { } refusal)
        {
            return refusal;
        }

        if (caller is not null && HostedDomain(http) is { } domain && caller.Account.Domain != domain)
        {
            return AccountPages.Refusal(StatusCodes.Status403Forbidden, "Another account is needed",
                $"You are signed in as {caller.Account.Email}, and this application asks for an account of {domain}.",
                "Sign out, and sign in with an account of that domain.", new("Use another account", AccountPages.SwitchAccount(http.Request)));
        }

        return caller is null || request.RegisteredName is not null || policies.AllowsUnregistered(caller.Account.Domain) ? null
            : AccountPages.Refusal(StatusCodes.Status403Forbidden, "Nobody has registered this application",
                $"{caller.Account.Domain} allows registered applications alone, and this one says of itself what it is called.",
                "Register the application, and use its own consumer key; or have the domain's administrator allow unregistered applications.");
    }

    /// <summary>Which domain's accounts will do (<c>hd</c>); null for all, which <c>default</c> says too.</summary>
    private static string? HostedDomain(HttpContext http) =>
        http.Request.Query["hd"].ToString() is { Length: > 0 } named and not "default" ? named.ToLowerInvariant() : null;

    private static IResult SendBack(HttpContext http, string callback, string token, bool allowed, string? verifier)
    {
        // A denial carries the problem and no verifier; Google sent the user back too. Before revision A an approval carries none either.
        KeyValuePair<string, string?>[] answer = !allowed ? [new("oauth_problem", "permission_denied"), new("oauth_token", token)]
            : verifier is null ? [new("oauth_token", token)]
            : [new("oauth_token", token), new("oauth_verifier", verifier)];
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = QueryHelpers.AddQueryString(callback, answer);
        return Results.Empty;
    }

    private static RazorComponentResult Undecidable(RequestToken? request)
    {
        var (what, mend) = request?.State switch
        {
            OAuth1TokenState.Expired => ("Its ten minutes are over.", "Start again in the application."),
            OAuth1TokenState.ApprovedRequest or OAuth1TokenState.UsedRequest => ("You allowed access with it before.", "Go back to the application; if it asks again, start again there."),
            OAuth1TokenState.DeclinedRequest => ("You denied access with it before.", "To allow access after all, start again in the application."),
            OAuth1TokenState.Request => ("The form did not say whether you allow or deny.", "Go back, and press one of the two buttons."),
            _ => ("This server has not issued it, or it is an access token, or it was changed on the way.",
                "Percent-encode the token in the address: it contains a slash, and + in it would turn into a space."),
        };
        return AccountPages.Refusal(StatusCodes.Status400BadRequest, "This request token cannot be used", what, mend);
    }
}
