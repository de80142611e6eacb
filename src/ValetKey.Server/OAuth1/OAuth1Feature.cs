using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ValetKey.Server.OAuth1;

internal static class OAuth1Feature
{
    public static void AddOAuth1(this IServiceCollection services)
    {
    }

    public static void MapOAuth1(this IEndpointRouteBuilder routes)
    {
    }
}
