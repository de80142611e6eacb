using Microsoft.EntityFrameworkCore;
using ValetKey.Server.Directory;
using ValetKey.Server.Workspace.Sections;

namespace ValetKey.Server.Workspace.Applying;

/// <summary>Domains and their users. A name that was deleted a short while ago may be given again here, since nothing is inherited with it.</summary>
internal static class DirectoryPart
{
    public static async Task Apply(WorkspaceFile file, WorkspacePasswords passwords, Users users, WorkspaceChanges changes, CancellationToken stop)
    {
        foreach (var domain in file.Domains)
        {
            var row = await changes.Db.Domains.FindAsync([domain.Name], stop);
            if (row is null)
            {
                row = new DomainRow { Name = domain.Name, CreatedAt = changes.Now };
                changes.Db.Domains.Add(row);
            }

            (row.AllowsRevision10, row.AllowsUnregistered) = (domain.Policies.OAuth1Revision10, domain.Policies.UnregisteredApplications);
            await changes.Save(stop);

            foreach (var user in domain.Users)
            {
                await Apply(domain.Name, user, passwords.Of(user), users, changes, stop);
            }
        }
    }

    private static async Task Apply(string domain, WorkspaceUser user, string? passwordHash, Users users, WorkspaceChanges changes, CancellationToken stop)
    {
        var name = user.UserName;
        var existing = await changes.Db.Users.FirstOrDefaultAsync(u => u.Domain == domain && u.UserName == name && u.DeletedAt == null, stop);
        if (existing is not null)
        {
            user.Draft.ApplyTo(existing, passwordHash);
            await changes.Save(stop);
        }
        else if (passwordHash is null)
        {
            changes.Complain(user.Place with { Path = user.Place.Path + ".password" }, "is missing, and the user is not in the database yet", "Add password.");
        }
        else if (await users.Add(domain, user.Draft, passwordHash, stop) is UserOutcome.Refused(var problem))
        {
            changes.Complain(user.Place, $"is refused as {problem.Reason}", problem.Mend);
        }
    }
}
