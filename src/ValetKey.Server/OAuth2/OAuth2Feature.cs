using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ValetKey.Pages;
using ValetKey.Server.Accounts;
using ValetKey.Server.OAuth2.Authorize;
using ValetKey.Server.OAuth2.Token;
using ValetKey.Server.OAuth2.Tokens;
using ValetKey.Server.Scopes;

namespace ValetKey.Server.OAuth2;

internal static class OAuth2Feature
{
    public static void AddOAuth2(this IServiceCollection services)
    {
        services.AddOptions<OAuth2Options>()
            .BindConfiguration("OAuth2", binder => binder.ErrorOnUnknownConfiguration = true)
            .Validate(o => o.RequestLifetime.TotalMinutes is >= 1 and <= 60, "OAuth2:RequestLifetime must lie between 00:01:00 and 01:00:00; write a quarter of an hour as 00:15:00.")
            .Validate(o => o.CodeLifetime.TotalSeconds is >= 10 and <= 600, "OAuth2:CodeLifetime must lie between 00:00:10 and 00:10:00; write five minutes as 00:05:00.")
            .Validate(o => o.AccessTokenLifetime.TotalSeconds is >= 10 and <= 86400, "OAuth2:AccessTokenLifetime must lie between 00:00:10 and 1.00:00:00; write one hour as 01:00:00.")
            .Validate(o => o.RefreshLeeway.TotalSeconds is >= 0 and <= 300, "OAuth2:RefreshLeeway must lie between 00:00:00 (none) and 00:05:00; write ten seconds as 00:00:10.")
            .ValidateOnStart();
        services.AddSingleton<Clients>();
        services.AddSingleton<ClientRules>();
        services.AddSingleton<AuthorizationReader>();
        services.AddSingleton<PendingAuthorizations>();
        services.AddSingleton<Consents>();
        services.AddSingleton<AuthorizationFlow>();
        services.AddSingleton<ClientAuthentication>();
        services.AddSingleton<AuthorizationCodeGrant>();
        services.AddSingleton<RefreshTokenGrant>();
        services.AddSingleton<OAuth2Tokens>();
        services.AddSingleton<ExpiredRows>();
        services.AddHostedService<ExpiredRowsService>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, BearerHandler>(ApiScheme.Bearer, null);
    }

    /// <summary>Every endpoint does its own checks: pages by the session, the others by the client's credentials or the token itself.</summary>
    public static void MapOAuth2(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").AllowAnonymous().WithPageHeaders(FormsGo.Anywhere);
        foreach (var path in AuthorizationEndpoint.Paths)
        {
            pages.MapGet(path, AuthorizationEndpoint.Get);
            pages.MapPost(path, AuthorizationEndpoint.Post);
        }

        pages.MapGet(AuthorizationEndpoint.ContinuePath, AuthorizationEndpoint.Continue);
        pages.MapPost(ConsentEndpoint.Path, ConsentEndpoint.Decide).WithFormToken();

        var machines = routes.MapGroup("").AllowAnonymous();
        foreach (var path in TokenEndpoint.Paths)
        {
            machines.MapPost(path, TokenEndpoint.Handle);
        }

        foreach (var path in RevocationEndpoint.Paths)
        {
            machines.MapGet(path, RevocationEndpoint.Handle);
            machines.MapPost(path, RevocationEndpoint.Handle);
        }
    }
}
