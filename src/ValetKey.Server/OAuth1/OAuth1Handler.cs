using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ValetKey.OAuth;
using ValetKey.Server.Accounts;
using ValetKey.Server.Scopes;

namespace ValetKey.Server.OAuth1;

/// <summary>Authenticates a request that is signed with an access token (RFC 5849 §3).</summary>
internal sealed class OAuth1Handler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, RequestVerifier verifier, OAuth1Tokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private OAuth1Verification.Refused? refused;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var received = await ReceivedRequests.Read(Request, Context.RequestAborted);
        switch (await verifier.VerifyAsync(received, OAuth1Endpoint.Resource, Context.RequestAborted))
        {
            case OAuth1Verification.Verified { Token: { } token } verified when tokens.FindGrant(token.Token) is var (account, scopes):
                Context.Features.Set(verified);
                return new Caller(account, verified.Consumer.Key, scopes, ApiScheme.OAuth1).Enter(Context);
            case OAuth1Verification.Verified verified:      // signed, and the user behind the token is suspended or gone
                refused = new OAuth1Verification.Refused(OAuthProblem.TokenRevoked(), verified.Consumer.Key, null);
                break;
            case OAuth1Verification.Refused refusal:
                refused = refusal;
                break;
        }

        return AuthenticateResult.Fail(refused!.Problem.Code);
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => new ProblemAnswer(refused!).ExecuteAsync(Context);

    /// <summary>The token does not cover the API: 401 that names the scope to ask for, as Google's Data servers did.</summary>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var wanted = Context.GetEndpoint()?.Metadata.GetMetadata<ApiRequirement>()?.Api.PreferredScope ?? "";
        var problem = OAuthProblem.PermissionDenied($"The token was granted for other scopes than {wanted}.") with
        {
            Mend = $"Ask for the scope {wanted} when you request the token.",
        };
        return new ProblemAnswer(new(problem.With("scope", wanted), Context.Features.Get<Caller>()?.ClientId, null)).ExecuteAsync(Context);
    }
}
