using Microsoft.Extensions.DependencyInjection;
using ValetKey.Server.Accounts;

namespace ValetKey.Server.Directory;

internal static class DirectoryFeature
{
    public static void AddDirectory(this IServiceCollection services)
    {
        services.AddOptions<DirectoryOptions>()
            .BindConfiguration("Directory", binder => binder.ErrorOnUnknownConfiguration = true)
            .Validate(o => o.UserLimit is null or > 0, "Directory:UserLimit must be 1 or more; leave it out for no limit.")
            .ValidateOnStart();
        services.AddScoped<Users>();
        services.AddSingleton<IFollowsUsers, CredentialsOfUsers>();
    }
}
