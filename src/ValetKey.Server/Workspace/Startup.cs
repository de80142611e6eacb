using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ValetKey.Server.Storage;
using ValetKey.Server.Workspace.Applying;
using ValetKey.Server.Workspace.Reading;
using ValetKey.Server.Workspace.Sections;

namespace ValetKey.Server.Workspace;

/// <summary>
/// Before the server listens: the database, then the workspace. A workspace that has not changed since it was applied is not applied
/// again, so that a second start hashes no password; only its ready-made tokens begin anew.
/// </summary>
internal sealed class Startup(
    IServiceScopeFactory scopes, SqlDatabase database, DataDirectory data, IConfiguration configuration, IHostEnvironment environment,
    StartupNotice notice, TimeProvider time, ILogger<Startup> log) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        notice.DataDirectory = data.Root;
        var reset = configuration.GetValue<bool>("ValetKey:Reset");
        var named = configuration["ValetKey:Workspace"] is { Length: > 0 } path ? WorkspaceSource.File(path) : null;
        await using var scope = scopes.CreateAsyncScope();
        var before = reset || !File.Exists(data.DatabasePath) ? LoadedBefore.Nothing : LoadedBefore.Of(database);
        var source = named ?? (environment.IsDevelopment() && (before.IsEmpty || before.IsDemo) ? WorkspaceSource.Demo() : null);
        if (source is null)
        {
            await PrepareDatabase(scope.ServiceProvider, reset, cancellationToken);
            return;
        }

        var report = new WorkspaceReport(source.Name);
        var file = WorkspaceFile.Read(source.Name, source.Text, report);
        // Hashing takes longer than all the rest; on a first start it goes on while the database is made.
        var early = before.IsEmpty ? WorkspacePasswords.Hash(file, new Dictionary<string, string>(StringComparer.Ordinal), cancellationToken) : null;
        await PrepareDatabase(scope.ServiceProvider, reset, cancellationToken);
        if (before.IsSame(source))
        {
            await TokensPart.Renew(file, database, time.GetUtcNow(), cancellationToken);
            log.WorkspaceUnchanged(source.Name);
        }
        else
        {
            var loader = scope.ServiceProvider.GetRequiredService<WorkspaceLoader>();
            var passwords = await (early ?? WorkspacePasswords.Hash(file, await loader.StoredHashes(file, cancellationToken), cancellationToken));
            await loader.Apply(source, file, passwords, report, cancellationToken);
            log.WorkspaceLoaded(source.Name);
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);      // what loading took is given back before the first request
        }

        Tell(source, file, report);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task PrepareDatabase(IServiceProvider services, bool reset, CancellationToken stop)
    {
        if (reset)
        {
            await services.GetRequiredService<ValetKeyDb>().Database.EnsureDeletedAsync(stop);
        }

        if (!Schema.IsCurrent(database) && !await Schema.TryCreate(database, stop))
        {
            await services.GetRequiredService<ValetKeyDb>().Database.MigrateAsync(stop);
        }
    }

    private void Tell(WorkspaceSource source, WorkspaceFile file, WorkspaceReport report)
    {
        if (report.NotServed.Count > 0)
        {
            log.WorkspaceNotServed(source.Name, string.Join(", ", report.NotServed.Select(place => string.Create(CultureInfo.InvariantCulture, $"{place.Path} (line {place.Line})"))));
        }

        if (source.IsDemo)
        {
            notice.Lines = DemoCredentials.Lines(file);
            notice.DemoConsumer = file.Projects.SelectMany(project => project.Consumers).Select(consumer => (consumer.Key, consumer.Secret!)).First();
            notice.DemoClient = file.Projects.SelectMany(project => project.Clients).Select(client => (client.ClientId, client.Secret!)).First();
        }
    }
}
