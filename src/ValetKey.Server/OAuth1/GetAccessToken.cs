using Microsoft.AspNetCore.Http;
using ValetKey.AspNetCore;
using ValetKey.OAuth;

namespace ValetKey.Server.OAuth1;

/// <summary>Token credentials (RFC 5849 §2.3): an approved request token and its verifier for an access token, once.</summary>
internal static class GetAccessToken
{
    public static async Task<IResult> Handle(HttpContext http, OAuth1Tokens tokens, CancellationToken stop) =>
        await http.VerifyOAuth1Async(OAuth1Endpoint.AccessToken, stop: stop) switch
        {
            OAuth1Verification.Verified verified when await tokens.Exchange(verified.Token!.Token, stop) is var (token, secret) => new TokenAnswer(token, secret),
            OAuth1Verification.Verified verified => new OAuthProblemResult(OAuthProblem.TokenUsed(), verified.Consumer.Key),
            var refused => new OAuthProblemResult((OAuth1Verification.Refused)refused),
        };
}
