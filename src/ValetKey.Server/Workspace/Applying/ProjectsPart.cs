using Microsoft.EntityFrameworkCore;
using ValetKey.Server.Accounts;
using ValetKey.Server.ApisConsole;
using ValetKey.Server.OAuth1;
using ValetKey.Server.OAuth2;
using ValetKey.Server.Storage;
using ValetKey.Server.Workspace.Sections;

namespace ValetKey.Server.Workspace.Applying;

/// <summary>Projects with their OAuth 1.0 consumers and OAuth 2.0 clients.</summary>
internal static class ProjectsPart
{
    public static async Task Apply(WorkspaceFile file, SecretSealer sealer, WorkspaceChanges changes, CancellationToken stop)
    {
        foreach (var project in file.Projects)
        {
            if (await changes.Find(project.Owner, stop) is not { } owner)
            {
                continue;
            }

            var row = await changes.Db.Projects.FirstOrDefaultAsync(p => p.OwnerId == owner.Id && p.Name == project.Name, stop);
            if (row is null)
            {
                row = new ProjectRow { Name = project.Name, OwnerId = owner.Id };
                changes.Db.Projects.Add(row);
                await changes.Save(stop);
            }

            foreach (var consumer in project.Consumers)
            {
                await Apply(consumer, row.Id, sealer, changes, stop);
            }

            foreach (var client in project.Clients)
            {
                await Apply(client, row.Id, changes, stop);
            }
        }
    }

    private static async Task Apply(WorkspaceConsumer consumer, long projectId, SecretSealer sealer, WorkspaceChanges changes, CancellationToken stop)
    {
        var row = await changes.Db.Consumers.FindAsync([consumer.Key], stop);
        if (row is null)
        {
            row = new ConsumerRow { Key = consumer.Key, ProjectId = projectId, SealedSecret = sealer.Seal(consumer.Secret.Reveal()), Callbacks = "" };
            changes.Db.Consumers.Add(row);
        }
        else if (row.ProjectId != projectId)
        {
            changes.Complain(consumer.Place, $"has the key {consumer.Key}, which another project has", "Choose another consumerKey.");
        }

        row.SealedSecret = SealedSecrets.Keep(row.SealedSecret, consumer.Secret, sealer);
        row.DisplayName = consumer.DisplayName;
        row.Callbacks = string.Join('\n', consumer.Callbacks);
        row.CertificatePem = consumer.CertificatePem;
        row.SignatureMethods = consumer.SignatureMethods is [] ? null : string.Join(' ', consumer.SignatureMethods);
    }

    private static async Task Apply(WorkspaceClient client, long projectId, WorkspaceChanges changes, CancellationToken stop)
    {
        var row = await changes.Db.Clients.FindAsync([client.ClientId], stop);
        if (row is null)
        {
            row = new ClientRow { ClientId = client.ClientId, ProjectId = projectId, Type = client.Type, RedirectUris = "" };
            changes.Db.Clients.Add(row);
        }
        else if (row.ProjectId != projectId || row.Type != client.Type)
        {
            changes.Complain(client.Place, $"has the id {client.ClientId}, which another project or another type of client has", "Choose another clientId.");
        }

        row.SecretHash = client.Secret is { IsEmpty: false } secret ? OpaqueToken.Hash(secret.Reveal()) : null;
        row.DisplayName = client.DisplayName;
        row.RedirectUris = string.Join('\n', client.RedirectUris);
    }
}
