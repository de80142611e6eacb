using Microsoft.Extensions.DependencyInjection;

namespace ValetKey.Server.Workspace;

internal static class WorkspaceFeature
{
    public static void AddWorkspace(this IServiceCollection services)
    {
    }

}
