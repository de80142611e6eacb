using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ValetKey.Server.Storage;

internal static class StorageFeature
{
    public static void AddStorage(this IServiceCollection services)
    {
        services.AddSingleton(provider => new DataDirectory(
            provider.GetRequiredService<IConfiguration>()["ValetKey:DataDirectory"] is { Length: > 0 } named ? named : DefaultDirectory()));
        services.AddSingleton(provider => new SqlDatabase(ConnectionString(provider)));
        services.AddSingleton<SqlitePragmas>();
        services.AddPooledDbContextFactory<ValetKeyDb>((provider, options) => options
            .UseSqlite(ConnectionString(provider))
            .AddInterceptors(provider.GetRequiredService<SqlitePragmas>()));
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<ValetKeyDb>>().CreateDbContext());
        services.AddSingleton<SecretSealer>();
        services.AddDataProtection().SetApplicationName("ValetKey");
        services.AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>()
            .Configure<DataDirectory, Microsoft.Extensions.Logging.ILoggerFactory>((keys, data, log) =>
                keys.XmlRepository = new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(new DirectoryInfo(data.KeysPath), log));
    }

    private static string ConnectionString(IServiceProvider provider) =>
        new SqliteConnectionStringBuilder { DataSource = provider.GetRequiredService<DataDirectory>().DatabasePath }.ToString();

    /// <summary>Where applications of a user keep their data, so that a clone stays clean and a second start finds what the first one made.</summary>
    private static string DefaultDirectory() => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "valetkey");
}
