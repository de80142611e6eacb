using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ValetKey.Server.Directory.Provisioning;

internal static class ProvisioningFeature
{
    public static void AddProvisioning(this IServiceCollection services)
    {
    }

    public static void MapProvisioning(this IEndpointRouteBuilder routes)
    {
    }
}
