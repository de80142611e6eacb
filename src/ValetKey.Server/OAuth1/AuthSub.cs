using System.Text;
using Microsoft.AspNetCore.Http;
using ValetKey.OAuth;

namespace ValetKey.Server.OAuth1;

/// <summary>What a consumer can ask about its own access token, and how it gives it back: two addresses that Google's OAuth kept from AuthSub.</summary>
internal static class AuthSub
{
    /// <summary>200 with the lines <c>Target</c>, <c>Secure</c> and one <c>Scope</c> a scope.</summary>
    public static Task<IResult> TokenInfo(HttpContext http, RequestVerifier verifier, OAuth1Tokens tokens, CancellationToken stop) => Signed(http, verifier, verified =>
    {
        if (tokens.FindGrant(verified.Token!.Token) is not var (_, scopes))
        {
            return Task.FromResult<IResult>(new ProblemAnswer(new(OAuthProblem.TokenRevoked(), verified.Consumer.Key, null)));
        }

        var lines = new StringBuilder("Target=").Append(verified.Consumer.Key).Append("\nSecure=true\n");
        foreach (var scope in scopes)
        {
            lines.Append("Scope=").Append(scope).Append('\n');
        }

        return Task.FromResult<IResult>(TypedResults.Text(lines.ToString()));
    }, stop);

    /// <summary>200 and nothing; the token is dead from then on.</summary>
    public static Task<IResult> RevokeToken(HttpContext http, RequestVerifier verifier, OAuth1Tokens tokens, CancellationToken stop) => Signed(http, verifier, async verified =>
    {
        await tokens.Revoke(verified.Token!.Token, stop);
        return TypedResults.Ok();
    }, stop);

    private static async Task<IResult> Signed(HttpContext http, RequestVerifier verifier, Func<OAuth1Verification.Verified, Task<IResult>> answer, CancellationToken stop) =>
        await verifier.VerifyAsync(await ReceivedRequests.Read(http.Request, stop), OAuth1Endpoint.Resource, stop) switch
        {
            OAuth1Verification.Verified { Token: not null } verified => await answer(verified),
            OAuth1Verification.Verified verified => new ProblemAnswer(new(OAuthProblem.ParameterAbsent("oauth_token"), verified.Consumer.Key, null)),
            var refused => new ProblemAnswer((OAuth1Verification.Refused)refused),
        };
}
