using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ValetKey.Server.Scopes;

internal static class ScopesFeature
{
    public static void AddScopes(this IServiceCollection services)
    {
        services.AddAuthentication()
            .AddPolicyScheme(ApiScheme.Name, ApiScheme.Name, scheme => scheme.ForwardDefaultSelector = ApiScheme.Select)
            .AddScheme<AuthenticationSchemeOptions, NoCredentialsHandler>(ApiScheme.None, null);
        services.AddSingleton<IAuthorizationHandler, ApiRequirementHandler>();
        services.AddAuthorizationBuilder()      // a route that says nothing about its callers is closed, not open
            .SetFallbackPolicy(new AuthorizationPolicyBuilder(ApiScheme.None).RequireAssertion(_ => false).Build());
    }

    /// <summary>States who may call an endpoint: the holder of a scope that opens <paramref name="api"/> for <paramref name="access"/>.</summary>
    public static TBuilder Requires<TBuilder>(this TBuilder endpoint, Api api, Access access)
        where TBuilder : IEndpointConventionBuilder
    {
        var requirement = new ApiRequirement(api, access);
        return endpoint
            .RequireAuthorization(new AuthorizationPolicyBuilder(ApiScheme.Name).RequireAuthenticatedUser().AddRequirements(requirement).Build())
            .WithMetadata(requirement);
    }
}
