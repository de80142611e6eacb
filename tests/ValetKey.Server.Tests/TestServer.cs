using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ValetKey.Server.Storage;

namespace ValetKey.Server.Tests;

/// <summary>The server on a real Kestrel port of loopback, in this process, in a data directory of its own.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string data;
    private readonly bool ownsData;

    private TestServer(WebApplication app, string data, bool ownsData) => (this.app, this.data, this.ownsData) = (app, data, ownsData);

    public Uri Origin { get; private set; } = null!;

    public IServiceProvider Services => app.Services;

    /// <summary>Everything that was logged, to search for what must not be there.</summary>
    public LogLines Log { get; private init; } = null!;

    /// <param name="seed">Fills the empty database before the first request.</param>
    /// <param name="map">Further endpoints, such as a resource that only this test needs.</param>
    /// <param name="time">The server's clock; the system's unless a test moves it.</param>
    /// <param name="environment">Development or Production.</param>
    /// <param name="data">A data directory that outlives this server; its own one otherwise, deleted at the end.</param>
    /// <param name="log">What is kept of the log; all of it only where a test searches it for secrets, since it is dear.</param>
    /// <param name="settings">Further settings, such as <c>ValetKey:Workspace</c>.</param>
    public static async Task<TestServer> Start(
        Action<ValetKeyDb, SecretSealer>? seed = null, Action<IEndpointRouteBuilder>? map = null, TimeProvider? time = null, string environment = "Production", string? data = null,
        LogLevel log = LogLevel.Information, params (string Name, string Value)[] settings)
    {
        var directory = data ?? System.IO.Directory.CreateTempSubdirectory("valetkey-").FullName;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        if (seed is not null)       // in Development the demo workspace would come on top
        {
            var nothing = Path.Combine(directory, "nothing.yaml");
            await File.WriteAllTextAsync(nothing, "domains: []\n", TestContext.Current.CancellationToken);
            settings = [("ValetKey:Workspace", nothing), .. settings];
        }

        builder.Configuration.AddInMemoryCollection(settings.Append(("ValetKey:DataDirectory", directory))
            .Select(setting => KeyValuePair.Create<string, string?>(setting.Item1, setting.Item2)));
        var lines = new LogLines();
        builder.Logging.ClearProviders().AddProvider(lines).SetMinimumLevel(log);
        if (time is not null)
        {
            builder.Services.AddSingleton(time);
        }

        builder.Services.AddValetKey();
        var host = builder.Build();
        host.UseValetKey();
        host.MapValetKey();
        map?.Invoke(host);
        var server = new TestServer(host, directory, ownsData: data is null) { Log = lines };
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<ValetKeyDb>();
            var isNew = !(await db.Database.GetAppliedMigrationsAsync(TestContext.Current.CancellationToken)).Any();
            await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
            if (isNew && seed is not null)
            {
                seed(db, scope.ServiceProvider.GetRequiredService<SecretSealer>());
                await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            }
        }

        await host.StartAsync(TestContext.Current.CancellationToken);
        server.Origin = new Uri(host.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
        return server;
    }

    /// <summary>A client of its own that keeps cookies and follows nothing.</summary>
    public HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), UseProxy = false }) { BaseAddress = Origin };

    /// <summary>Looks at or changes the database as another process would.</summary>
    public async Task InDatabase(Func<ValetKeyDb, Task> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<ValetKeyDb>());
    }

    /// <summary>The bytes of each file that this server keeps, keys apart.</summary>
    public IEnumerable<byte[]> DataFiles() => System.IO.Directory.EnumerateFiles(data).Select(path =>
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    });

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(TestContext.Current.CancellationToken);
        await app.DisposeAsync();
        if (ownsData)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            System.IO.Directory.Delete(data, recursive: true);
        }
    }
}
