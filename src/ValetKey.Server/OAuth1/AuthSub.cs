using System.Text;
using Microsoft.AspNetCore.Http;
using ValetKey.AspNetCore;
using ValetKey.OAuth;

namespace ValetKey.Server.OAuth1;

/// <summary>What a consumer can ask about its own access token, and how it gives it back: two addresses that Google's OAuth kept from AuthSub.</summary>
internal static class AuthSub
{
    /// <summary>200 with the lines <c>Target</c>, <c>Secure</c> and one <c>Scope</c> a scope.</summary>
    public static Task<IResult> TokenInfo(HttpContext http, OAuth1Tokens tokens, CancellationToken stop) => Signed(http, verified =>
    {
        if (tokens.FindGrant(verified.Token!.Token) is not var (_, scopes))
        {
            return Task.FromResult<IResult>(new OAuthProblemResult(OAuthProblem.TokenRevoked(), verified.Consumer.Key));
        }

        var lines = new StringBuilder("Target=").Append(verified.Consumer.Key).Append("\nSecure=true\n");
        foreach (var scope in scopes)
        {
            lines.Append("Scope=").Append(scope).Append('\n');
        }

        return Task.FromResult<IResult>(TypedResults.Text(lines.ToString()));
    }, stop);

    /// <summary>200 and nothing; the token is dead from then on.</summary>
    public static Task<IResult> RevokeToken(HttpContext http, OAuth1Tokens tokens, CancellationToken stop) => Signed(http, async verified =>
    {
        await tokens.Revoke(verified.Token!.Token, stop);
        return TypedResults.Ok();
    }, stop);

    private static async Task<IResult> Signed(HttpContext http, Func<OAuth1Verification.Verified, Task<IResult>> answer, CancellationToken stop) =>
        await http.VerifyOAuth1Async(OAuth1Endpoint.Resource, stop: stop) switch
        {
            OAuth1Verification.Verified { Token: not null } verified => await answer(verified),
            OAuth1Verification.Verified verified => new OAuthProblemResult(OAuthProblem.ParameterAbsent("oauth_token"), verified.Consumer.Key),
            var refused => new OAuthProblemResult((OAuth1Verification.Refused)refused),
        };
}
