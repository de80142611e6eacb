using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ValetKey.Server.OAuth2;

internal static class OAuth2Feature
{
    public static void AddOAuth2(this IServiceCollection services)
    {
    }

    public static void MapOAuth2(this IEndpointRouteBuilder routes)
    {
    }
}
