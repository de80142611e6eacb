using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using ValetKey.OAuth;
using ValetKey.Server.Accounts;

namespace ValetKey.Server.OAuth1;

/// <summary>Resource owner authorization (RFC 5849 §2.2): sign-in, consent, and back to the callback that the request token was asked for with.</summary>
internal static class AuthorizeToken
{
    public const string Path = "/accounts/OAuthAuthorizeToken";

    /// <summary>Shows the consent page.</summary>
    public static IResult Show(HttpContext http, Caller? caller, OAuth1Tokens tokens)
    {
        var query = http.Request.Query;
        if (query["oauth_token"] is not [{ Length: > 0 } token])
        {
            return AccountPages.Refusal(StatusCodes.Status400BadRequest, "The request token is missing",
                "The address carries no oauth_token, or several.", "Ask for a request token first, and send the user here with ?oauth_token= and that token, percent-encoded.");
        }

        if (query.ContainsKey("oauth_callback"))
        {
            return AccountPages.Refusal(StatusCodes.Status400BadRequest, "A callback came too late",
                "The address carries an oauth_callback. OAuth 1.0 took it here, and anyone could change it on the way (session fixation, advisory 2009.1).",
                "Speak OAuth 1.0a: send oauth_callback when you ask for the request token, and oauth_verifier at the exchange.");
        }

        var request = tokens.FindRequestToken(token);
        if (request is not { State: OAuth1TokenState.Request })
        {
            return Undecidable(request);
        }

        var domain = query["hd"].ToString() is { Length: > 0 } named and not "default" ? named.ToLowerInvariant() : null;
        if (caller is null || (domain is not null && caller.Account.Domain != domain))
        {
            return caller is null ? AccountPages.SignInFirst(http.Request, domain: domain)
                : AccountPages.Refusal(StatusCodes.Status403Forbidden, "Another account is needed",
                    $"You are signed in as {caller.Account.Email}, and this application asks for an account of {domain}.",
                    "Sign out, and sign in with an account of that domain.", new("Use another account", AccountPages.SwitchAccount(http.Request)));
        }

        return AccountPages.Consent(new ConsentView(
            request.RegisteredName ?? request.ChosenName ?? "An application without a name",
            request.ConsumerKey,
            caller.Account.Email,
            request.Scopes,
            request.Callback == Callbacks.OutOfBand ? null : new Uri(request.Callback).Authority,
            KeepsAccess: true,
            request.RegisteredName is null ? null : request.RegisteredBy,
            Path,
            ("oauth_token", token),
            AccountPages.SwitchAccount(http.Request)));
    }

    /// <summary>Takes the decision: the callback gets the verifier or the denial, and with <c>oob</c> a page shows it.</summary>
    public static async Task<IResult> Decide(HttpContext http, Caller? caller, OAuth1Tokens tokens, CancellationToken stop)
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

        var allowed = form["decision"] == "allow";
        var verifier = allowed ? await tokens.Approve(token, caller.Account.Id, stop) : null;
        if (allowed ? verifier is null : !await tokens.Decline(token, caller.Account.Id, stop))
        {
            return Undecidable(tokens.FindRequestToken(token));
        }

        return request.Callback == Callbacks.OutOfBand ? OutOfBand(verifier) : SendBack(http, request.Callback, token, verifier);
    }

    private static RazorComponentResult OutOfBand(string? verifier) => verifier is not null
        ? AccountPages.SuccessCode(verifier, "oauth_verifier")
        : AccountPages.Refusal(StatusCodes.Status200OK, "Access denied", "You denied access, and the application gets none.", "Close this page, or start again in the application.");

    private static IResult SendBack(HttpContext http, string callback, string token, string? verifier)
    {
        // A denial carries the problem and no verifier; Google sent the user back too.
        var address = QueryHelpers.AddQueryString(callback, verifier is null
            ? [new("oauth_problem", "permission_denied"), new("oauth_token", token)]
            : new KeyValuePair<string, string?>[] { new("oauth_token", token), new("oauth_verifier", verifier) });
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = address;
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
