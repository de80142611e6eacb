using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using ValetKey.OAuth;

namespace ValetKey.AspNetCore;

/// <summary>Authenticates a request that is signed with an access token, or by a consumer that acts alone (RFC 5849 §3).</summary>
internal sealed class OAuth1AuthenticationHandler(IOptionsMonitor<OAuth1AuthenticationOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<OAuth1AuthenticationOptions>(options, logger, encoder)
{
    private OAuth1Verification.Refused? _refused;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var received = await ReceivedRequests.Read(Request, Options, Context.RequestAborted);
        if (!ReceivedRequests.ClaimsToBeSigned(Request, received))
        {
            return AuthenticateResult.NoResult();
        }

        var verification = await OAuth1HttpContext.VerifyAsync(Context, Options, received, OAuth1Endpoint.Resource, Context.RequestAborted);
        if (verification is not OAuth1Verification.Verified verified)
        {
            return Fail((OAuth1Verification.Refused)verification);
        }

        var context = new OAuth1VerifiedContext(Context, verified, IdentityOf(verified));
        await Options.Events.OnVerified(context);
        if (context.Refusal is { } problem)
        {
            return Fail(new(problem, verified.Consumer.Key, null));
        }

        Context.Features.Set(verified);
        return AuthenticateResult.Success(new AuthenticationTicket(context.Principal, Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (_refused is not null)
        {
            return new OAuthProblemResult(_refused, Scheme.Name).ExecuteAsync(Context);
        }

        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.Append(HeaderNames.WWWAuthenticate, $"OAuth realm=\"{Options.Realm}\"");
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        new OAuthProblemResult(new OAuth1Verification.Refused(Options.Events.OnForbidden(Context), Context.GetOAuth1()?.Consumer.Key, null), Scheme.Name).ExecuteAsync(Context);

    private AuthenticateResult Fail(OAuth1Verification.Refused refused)
    {
        _refused = refused;
        return AuthenticateResult.Fail(refused.Problem.Code);
    }

    private ClaimsIdentity IdentityOf(OAuth1Verification.Verified verified)
    {
        var identity = new ClaimsIdentity(Scheme.Name, OAuth1Claims.ConsumerKey, roleType: null);
        identity.AddClaim(new Claim(OAuth1Claims.ConsumerKey, verified.Consumer.Key, ClaimValueTypes.String, ClaimsIssuer));
        if (verified.Token is { } token)
        {
            identity.AddClaim(new Claim(OAuth1Claims.Token, token.Token, ClaimValueTypes.String, ClaimsIssuer));
        }

        return identity;
    }
}
