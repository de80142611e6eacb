using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using ValetKey.OAuth;
using ValetKey.Server.Accounts;
using ValetKey.Server.ApisConsole;

namespace ValetKey.Server.OAuth1;

/// <summary>OAuth 1.0 before revision A: the callback comes with the user, and nothing proves at the exchange that it was the same user. For domains that allow it.</summary>
internal sealed class Revision10(DomainPolicies policies, Callbacks callbacks)
{
    public const string Warning =
        "This application speaks the first revision of OAuth 1.0. Allow it only if you yourself have started it just now: if a link brought you here, somebody else would get the access that you give.";

    /// <summary>Why the callback in the address, or a token that waits for one, will not do; null where there is neither, or all is in order.</summary>
    /// <param name="account">Who decides; null before sign-in, when the domain is not known yet.</param>
    public RazorComponentResult? Refusal(HttpContext http, RequestToken request, Account? account)
    {
        var late = http.Request.Query[ProtocolParameter.Callback];
        if (!request.IsRevision10)
        {
            return late.Count == 0 ? null : AccountPages.Refusal(StatusCodes.Status400BadRequest, "A callback came too late",
                "The address carries an oauth_callback. OAuth 1.0 took it here, and anyone could change it on the way (session fixation, advisory 2009.1).",
                "Speak OAuth 1.0a: send oauth_callback when you ask for the request token, and oauth_verifier at the exchange.");
        }

        if (late.Count > 1 || (late is [{ } callback] && callbacks.Refusal(request.ConsumerKey, callback) is not null))
        {
            return AccountPages.Refusal(StatusCodes.Status400BadRequest, "This callback is not taken",
                "The oauth_callback in the address is repeated, malformed, or not registered for this application.", "Send one http or https URL that is registered for the consumer.");
        }

        return account is null || policies.AllowsRevision10(account.Domain) ? null : AccountPages.Refusal(StatusCodes.Status403Forbidden, "This application is too old",
            $"It speaks the first revision of OAuth 1.0, which {account.Domain} does not allow (session fixation, advisory 2009.1).",
            "Speak OAuth 1.0a: send oauth_callback when you ask for the request token, and oauth_verifier at the exchange.");
    }

    /// <summary>Where the user goes after the decision: what the request token was asked for with, or what the address says; oob where neither says anything.</summary>
    public static string CallbackOf(HttpContext http, RequestToken request) =>
        !request.IsRevision10 ? request.Callback : http.Request.Query[ProtocolParameter.Callback] is [{ Length: > 0 } late] ? late : Callbacks.OutOfBand;
}
