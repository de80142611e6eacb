using Microsoft.Extensions.DependencyInjection;
using ValetKey.Server.Directory;

namespace ValetKey.Server.Drive;

internal static class DriveFeature
{
    public static void AddDrive(this IServiceCollection services)
    {
        services.AddScoped<Files>();
        services.AddSingleton<IFollowsUsers, FilesOfUsers>();
    }
}
