using Microsoft.AspNetCore.Http;
using ValetKey.AspNetCore;
using ValetKey.OAuth;
using ValetKey.Server.ApisConsole;
using ValetKey.Server.Scopes;

namespace ValetKey.Server.OAuth1;

/// <summary>Temporary credentials (RFC 5849 §2.1): 200 with the token, its secret and <c>oauth_callback_confirmed</c>.</summary>
internal static class GetRequestToken
{
    private const int LongestName = 200;

    public static async Task<IResult> Handle(HttpContext http, OAuth1Tokens tokens, Callbacks callbacks, DomainPolicies policies, CancellationToken stop)
    {
        var verification = await http.VerifyOAuth1Async(OAuth1Endpoint.RequestToken, stop: stop);
        if (verification is not OAuth1Verification.Verified verified)
        {
            return new OAuthProblemResult((OAuth1Verification.Refused)verification);
        }

        var callback = verified.Find(ProtocolParameter.Callback);
        var scopes = ScopeCatalogue.Split(verified.Find("scope"));
        var name = verified.Find("xoauth_displayname");
        var problem = (callback is not null ? callbacks.Refusal(verified.Consumer.Key, callback)
                : policies.AllowsRevision10Of(verified.Consumer.Key) ? null
                : OAuthProblem.ParameterAbsent(ProtocolParameter.Callback))
            ?? RefusedScope(scopes)
            ?? (name?.Length > LongestName ? OAuthProblem.ParameterRejected($"The name is longer than {LongestName} characters.", "xoauth_displayname") : null);
        if (problem is not null)
        {
            return new OAuthProblemResult(problem, verified.Consumer.Key);
        }

        var (token, secret) = await tokens.CreateRequestToken(verified.Consumer.Key, scopes, callback ?? "", name, stop);
        return new TokenAnswer(token, secret, callbackConfirmed: callback is not null);
    }

    private static OAuthProblem? RefusedScope(IReadOnlyList<string> scopes)
    {
        if (scopes.Count == 0)
        {
            return OAuthProblem.ParameterAbsent("scope");
        }

        var unknown = scopes.Where(scope => !ScopeCatalogue.IsKnown(scope)).ToList();
        return unknown.Count == 0 ? null : OAuthProblem.ParameterRejected($"No API has the scope {string.Join(' ', unknown)}.", "scope") with
        {
            Mend = "Ask for scopes of Google Data APIs, such as https://www.google.com/calendar/feeds/, separated by a space; a scope ends with a slash and is written without detours.",
        };
    }
}
