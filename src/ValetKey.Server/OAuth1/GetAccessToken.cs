using Microsoft.AspNetCore.Http;
using ValetKey.AspNetCore;
using ValetKey.OAuth;

namespace ValetKey.Server.OAuth1;

/// <summary>Token credentials (RFC 5849 §2.3): an approved request token and its verifier for an access token, once.</summary>
internal static class GetAccessToken
{
    public static async Task<IResult> Handle(HttpContext http, OAuth1Tokens tokens, VerifierGuesses guesses, CancellationToken stop)
    {
        var verification = await http.VerifyOAuth1Async(OAuth1Endpoint.AccessToken, stop: stop);
        var (consumer, address) = (KeyOf(verification), http.Connection.RemoteIpAddress?.ToString() ?? "");
        if (guesses.AreTooMany(consumer, address))      // whatever the verifier was worth: the token is still there a minute later
        {
            return new OAuthProblemResult(TooManyGuesses, consumer);
        }

        switch (verification)
        {
            case OAuth1Verification.Verified verified:
                return await tokens.Exchange(verified.Token!.Token, stop) is var (token, secret) ? new TokenAnswer(token, secret) : new OAuthProblemResult(OAuthProblem.TokenUsed(), consumer);
            case OAuth1Verification.Refused { Problem.Code: "verifier_invalid" }:
                guesses.Wrong(consumer, address);
                break;
        }

        return new OAuthProblemResult((OAuth1Verification.Refused)verification);
    }

    private static OAuthProblem TooManyGuesses { get; } = new(
        "temporarily_unavailable", StatusCodes.Status429TooManyRequests, "Too many wrong verifiers came from this consumer and network address.",
        "Wait a minute, and take oauth_verifier from the callback of each request token.") { RetryAfter = VerifierGuesses.Window };

    private static string KeyOf(OAuth1Verification verification) =>
        (verification is OAuth1Verification.Verified verified ? verified.Consumer.Key : ((OAuth1Verification.Refused)verification).ConsumerKey) ?? "";
}
