using Microsoft.EntityFrameworkCore;
using ValetKey.Server.Directory;
using ValetKey.Server.Storage;
using ValetKey.Server.Workspace.Applying;
using ValetKey.Server.Workspace.Reading;
using ValetKey.Server.Workspace.Sections;

namespace ValetKey.Server.Workspace;

/// <summary>Applies a workspace in one transaction: what is there is updated, what is not is created, nothing else is touched.</summary>
internal sealed class WorkspaceLoader(ValetKeyDb db, Users users, SecretSealer sealer, TimeProvider time)
{
    /// <summary>The password hash of each user of the file who exists, by address.</summary>
    public async Task<IReadOnlyDictionary<string, string>> StoredHashes(WorkspaceFile file, CancellationToken stop)
    {
        var domains = file.Domains.Select(domain => domain.Name).ToList();
        return await db.Users.Where(u => domains.Contains(u.Domain) && u.DeletedAt == null)
            .ToDictionaryAsync(u => u.UserName + "@" + u.Domain, u => u.PasswordHash, StringComparer.Ordinal, stop);
    }

    /// <exception cref="WorkspaceException">The file names what does not exist, or claims what another has. Nothing was written.</exception>
    public async Task Apply(WorkspaceSource source, WorkspaceFile file, WorkspacePasswords passwords, WorkspaceReport report, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var changes = new WorkspaceChanges(db, report, time);
        await DirectoryPart.Apply(file, passwords, users, changes, stop);
        await ProjectsPart.Apply(file, sealer, changes, stop);
        await DomainWideScopesPart.Apply(file, changes, stop);
        await TokensPart.Apply(file, sealer, changes, stop);
        await CalendarsPart.Apply(file, changes, stop);
        await DocumentsPart.Apply(file, changes, stop);
        report.ThrowIfAny();
        await Remember(source, changes, stop);
        await changes.Save(stop);
        await transaction.CommitAsync(stop);
    }

    private static async Task Remember(WorkspaceSource source, WorkspaceChanges changes, CancellationToken stop)
    {
        var applied = changes.Db.Set<AppliedWorkspaceRow>();
        var row = await applied.FindAsync([AppliedWorkspaceRow.TheOne], stop);
        if (row is null)
        {
            row = new AppliedWorkspaceRow { Digest = source.Digest, IsDemo = source.IsDemo };
            applied.Add(row);
        }

        (row.Digest, row.IsDemo, row.AppliedAt) = (source.Digest, source.IsDemo, changes.Now);
    }
}
