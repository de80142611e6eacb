using Microsoft.Extensions.DependencyInjection;

namespace ValetKey.Server.Workspace;

internal static class WorkspaceFeature
{
    public static void AddWorkspace(this IServiceCollection services)
    {
        services.AddSingleton<StartupNotice>();
        services.AddScoped<WorkspaceLoader>();
        services.AddHostedService<Startup>();
    }
}
