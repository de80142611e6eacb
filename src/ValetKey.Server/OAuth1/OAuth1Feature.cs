using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ValetKey.AspNetCore;
using ValetKey.OAuth;
using ValetKey.Pages;
using ValetKey.Server.Accounts;
using ValetKey.Server.ApisConsole;
using ValetKey.Server.Scopes;
using ValetKey.Server.Storage;

namespace ValetKey.Server.OAuth1;

internal static class OAuth1Feature
{
    public static void AddOAuth1(this IServiceCollection services)
    {
        services.AddOptions<OAuth1Options>()
            .BindConfiguration("OAuth1", binder => binder.ErrorOnUnknownConfiguration = true)
            .Validate(o => o.TimestampWindow.TotalSeconds is >= 10 and <= 3600, "OAuth1:TimestampWindow must lie between 00:00:10 and 01:00:00; write five minutes as 00:05:00.")
            .Validate(o => o.RequestTokenLifetime.TotalSeconds is >= 60 and <= 86_400, "OAuth1:RequestTokenLifetime must lie between 00:01:00 and 1.00:00:00; write ten minutes as 00:10:00.")
            .Validate(o => o.NoncesPerConsumer is >= 1 and <= 1_000_000, "OAuth1:NoncesPerConsumer must lie between 1 and 1000000.")
            .ValidateOnStart();
        services.AddSingleton<DomainPolicies>();
        services.AddSingleton<RequestorIds>();
        services.AddSingleton<Revision10>();
        services.AddSingleton<VerifierGuesses>();
        services.AddSingleton<OAuth1Tokens>();
        services.AddSingleton<Callbacks>();
        services.AddSingleton<IOAuth1VerifierStore, OAuth1Store>();
        services.AddSingleton(provider => new NonceJournal(
            provider.GetRequiredService<DataDirectory>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<IOptions<OAuth1Options>>().Value));
        services.AddSingleton<INonceStore>(provider => provider.GetRequiredService<NonceJournal>());
        services.AddHostedService(provider => provider.GetRequiredService<NonceJournal>());
        services.AddSingleton<IConfigureOptions<OAuth1AuthenticationOptions>, ApiSignatures>();
        services.AddAuthentication().AddOAuth1(ApiScheme.OAuth1, _ => { });
    }

    public static void MapOAuth1(this IEndpointRouteBuilder routes)
    {
        var accounts = routes.MapGroup("/accounts").AllowAnonymous();       // each checks its signature, or shows a page
        accounts.MapMethods("/OAuthGetRequestToken", ["GET", "POST"], GetRequestToken.Handle);
        accounts.MapMethods("/OAuthGetAccessToken", ["GET", "POST"], GetAccessToken.Handle);
        accounts.MapGet("/AuthSubTokenInfo", AuthSub.TokenInfo);
        accounts.MapGet("/AuthSubRevokeToken", AuthSub.RevokeToken);

        var consent = routes.MapGroup(AuthorizeToken.Path).AllowAnonymous().WithPageHeaders(FormsGo.Anywhere);
        consent.MapGet("", AuthorizeToken.Show);
        consent.MapPost("", AuthorizeToken.Decide).WithFormToken();
    }
}
