using Microsoft.EntityFrameworkCore;
using ValetKey.Server.Calendar;
using ValetKey.Server.Directory;
using ValetKey.Server.Drive;
using ValetKey.Server.Storage;
using ValetKey.Server.Workspace.Reading;
using ValetKey.Server.Workspace.Sections;

namespace ValetKey.Server.Workspace.Applying;

/// <summary>What the parts of a workspace share while they are applied, all in one transaction.</summary>
internal sealed class WorkspaceChanges(ValetKeyDb db, WorkspaceReport report, TimeProvider time)
{
    private readonly Dictionary<string, UserRow?> users = new(StringComparer.Ordinal);

    public ValetKeyDb Db => db;

    public DateTimeOffset Now => time.GetUtcNow();

    public void Complain(Place place, string what, string mend) => report.Add(place, what, mend);

    /// <summary>Whom the file names, of this file or of the database before it; null, and a problem, when there is nobody.</summary>
    public async Task<UserRow?> Find(UserReference reference, CancellationToken stop)
    {
        if (!users.TryGetValue(reference.Email, out var user))
        {
            var at = reference.Email.LastIndexOf('@');
            var (name, domain) = (reference.Email[..at], reference.Email[(at + 1)..]);
            user = await db.Users.FirstOrDefaultAsync(u => u.Domain == domain && u.UserName == name && u.DeletedAt == null, stop);
            users.Add(reference.Email, user);
        }

        if (user is null)
        {
            Complain(reference.Place, $"names {reference.Email}, who is no user", "Name a user of this file or of the database.");
        }

        return user;
    }

    /// <summary>Saves, and raises the version of what really changed: an unchanged part of the file changes no ETag.</summary>
    public Task Save(CancellationToken stop)
    {
        var now = Now;
        db.ChangeTracker.DetectChanges();
        foreach (var changed in db.ChangeTracker.Entries().Where(entry => entry.State == EntityState.Modified).Select(entry => entry.Entity).ToList())
        {
            switch (changed)
            {
                case UserRow user:
                    (user.Version, user.UpdatedAt) = (user.Version + 1, now);
                    break;
                case CalendarRow calendar:
                    (calendar.Version, calendar.UpdatedAt) = (calendar.Version + 1, now);
                    break;
                case FileRow file:
                    (file.Version, file.UpdatedAt, file.LastModifiedById) = (file.Version + 1, now, file.OwnerId);
                    break;
            }
        }

        return db.SaveChangesAsync(stop);
    }
}
