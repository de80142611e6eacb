using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ValetKey.AspNetCore;
using ValetKey.OAuth;
using ValetKey.Server.Accounts;
using ValetKey.Server.Operations;
using ValetKey.Server.Scopes;

namespace ValetKey.Server.OAuth1;

/// <summary>What this server adds to the verification of signed requests: its limits, and the user behind a token.</summary>
internal sealed class ApiSignatures(IOptions<OAuth1Options> settings, IHostEnvironment environment, OAuth1Tokens tokens, RequestorIds requestors) : IConfigureNamedOptions<OAuth1AuthenticationOptions>
{
    public void Configure(string? name, OAuth1AuthenticationOptions options)
    {
        options.Realm = "ValetKey";
        options.Limits = new OAuth1VerifierOptions
        {
            TimestampWindow = settings.Value.TimestampWindow,
            MaxFormLength = OperationsFeature.LargestForm,
            RequestTokenParameters = ["scope"],         // whether a callback must be there is a matter of the domain
            KnowsRevision10 = true,
        };
        options.MaxHashedBodySize = OperationsFeature.LargestBody;
        options.ShowBaseString = environment.IsDevelopment();
        options.Events.OnVerified = FindCaller;
        options.Events.OnForbidden = NameScope;
    }

    public void Configure(OAuth1AuthenticationOptions options) => Configure(null, options);

    private Task FindCaller(OAuth1VerifiedContext context)
    {
        var verified = context.Verification;
        var found = verified.Token is { } token ? tokens.FindGrant(token.Token) : requestors.Find(context.HttpContext.Request, verified);
        if (found is var (account, scopes))
        {
            var caller = new Caller(account, verified.Consumer.Key, scopes, ApiScheme.OAuth1);
            context.Principal = caller.Enter(context.HttpContext).Principal!;
        }
        else                // signed, and the user behind the token is suspended or gone
        {
            context.Refuse(verified.Token is not null ? OAuthProblem.TokenRevoked()
                : OAuthProblem.PermissionDenied($"The query names no user in {RequestorIds.Name} whose domain lets this consumer act for it."));
        }

        return Task.CompletedTask;
    }

    /// <summary>The token does not cover the API: 401 that names the scope to ask for, as Google's Data servers did.</summary>
    private static OAuthProblem NameScope(HttpContext http)
    {
        var wanted = http.GetEndpoint()?.Metadata.GetMetadata<ApiRequirement>()?.Api.PreferredScope ?? "";
        var problem = http.GetOAuth1()?.Token is null
            ? OAuthProblem.PermissionDenied($"The domain lets this consumer act for its users within other scopes than {wanted}.") with
            {
                Mend = $"Have the domain's administrator add {wanted} to the domain-wide scopes of this consumer.",
            }
            : OAuthProblem.PermissionDenied($"The token was granted for other scopes than {wanted}.") with
            {
                Mend = $"Ask for the scope {wanted} when you request the token.",
            };
        return problem.With("scope", wanted);
    }
}
