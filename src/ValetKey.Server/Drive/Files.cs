using Microsoft.EntityFrameworkCore;
using ValetKey.Server.Accounts;
using ValetKey.Server.Directory;
using ValetKey.Server.Storage;

namespace ValetKey.Server.Drive;

/// <summary>The files that a user sees. A list holds the user's own and those shared with the user by address; those open to a domain or to everybody are found by their id only.</summary>
internal sealed class Files(ValetKeyDb db)
{
    public async Task<FilePage> List(Account viewer, FileQuery query, CancellationToken stop)
    {
        var shared = db.FileRules.Where(r => r.ScopeType == Grantee.User && r.ScopeValue == viewer.Email).Select(r => r.FileId);
        var listed = db.Files.AsNoTracking().Where(f => f.OwnerId == viewer.Id || shared.Contains(f.Id));
        listed = query.Filters.Aggregate(listed, (files, filter) => Where(files, filter, viewer));
        if (!query.ShowFolders && !query.Filters.Any(f => !f.Negated && f.Kinds.Contains(FileKind.Folder.Name, StringComparer.Ordinal)))
        {
            listed = listed.Where(f => f.Kind != FileKind.Folder.Name);
        }

        if (!query.ShowTrashed && !query.Filters.Any(f => !f.Negated && f.Has(FileFilter.Trashed)))
        {
            listed = listed.Where(f => !f.Trashed);
        }

        if (query.Title is { } title)
        {
            var words = "%" + Like(title) + "%";
            listed = query.TitleExact ? listed.Where(f => f.Title == title) : listed.Where(f => EF.Functions.Like(f.Title, words, "\\"));
        }

        var page = await Seen(listed, viewer)
            .OrderByDescending(f => f.File.UpdatedAt).ThenBy(f => f.File.Id)
            .Skip(query.Skip).Take(query.Take).ToListAsync(stop);
        var total = query.Skip == 0 && page.Count < query.Take ? page.Count : await listed.CountAsync(stop);
        return new FilePage([.. page.Select(f => View(f, viewer)!)], total);
    }

    /// <param name="kind">Null when the id came without one.</param>
    /// <returns>Null for no such file, and for one that the viewer may not see.</returns>
    public async Task<VisibleFile?> Find(Account viewer, string? kind, string id, CancellationToken stop)
    {
        var found = db.Files.AsNoTracking().Where(f => f.Id == id && (kind == null || f.Kind == kind));
        return await Seen(found, viewer).FirstOrDefaultAsync(stop) is { } seen ? View(seen, viewer) : null;
    }

    private IQueryable<FileRow> Where(IQueryable<FileRow> files, FileFilter filter, Account viewer)
    {
        var kinds = filter.Kinds;
        var (mine, starred, trashed) = (filter.Has(FileFilter.Mine), filter.Has(FileFilter.Starred), filter.Has(FileFilter.Trashed));
        var (isPrivate, shared) = (filter.Has(FileFilter.Private), filter.Has(FileFilter.Shared));
        var described = db.Files.Where(f => kinds.Contains(f.Kind)
            || (mine && f.OwnerId == viewer.Id)
            || (starred && f.Starred && f.OwnerId == viewer.Id)
            || (trashed && f.Trashed)
            || (isPrivate && !db.FileRules.Any(r => r.FileId == f.Id))
            || (shared && db.FileRules.Any(r => r.FileId == f.Id)));
        return filter.Negated ? files.Where(f => !described.Any(d => d.Id == f.Id)) : files.Where(f => described.Any(d => d.Id == f.Id));
    }

    private IQueryable<Seeing> Seen(IQueryable<FileRow> files, Account viewer) =>
        from file in files
        join owner in db.Users.AsNoTracking() on file.OwnerId equals owner.Id
        join modifier in db.Users.AsNoTracking() on file.LastModifiedById equals modifier.Id
        join folder in db.Files.AsNoTracking() on file.ParentId equals folder.Id into folders
        from parent in folders.DefaultIfEmpty()
        select new Seeing
        {
            File = file,
            Owner = new UserCard(owner.UserName, owner.Domain, owner.GivenName, owner.FamilyName, owner.Version),
            LastModifiedBy = new UserCard(modifier.UserName, modifier.Domain, modifier.GivenName, modifier.FamilyName, modifier.Version),
            Rules = db.FileRules.AsNoTracking().Where(r => r.FileId == file.Id).ToList(),
            Parent = parent,
            MaySeeParent = parent!.OwnerId == viewer.Id || db.FileRules.Any(r => r.FileId == file.ParentId
                && ((r.ScopeType == Grantee.User && r.ScopeValue == viewer.Email)
                    || (r.ScopeType == Grantee.Domain && r.ScopeValue == viewer.Domain)
                    || r.ScopeType == Grantee.Everybody)),
        };

    private static VisibleFile? View(Seeing seen, Account viewer)
    {
        var role = seen.File.OwnerId == viewer.Id ? FileRole.Owner : seen.Rules
            .Where(r => (r.ScopeType, r.ScopeValue) is (Grantee.Everybody, _)
                || (r.ScopeType == Grantee.User && r.ScopeValue == viewer.Email) || (r.ScopeType == Grantee.Domain && r.ScopeValue == viewer.Domain))
            .Select(r => FileRole.Parse(r.Role)).MaxBy(r => r.Rank);
        return role is null ? null : new VisibleFile(
            seen.File, seen.Owner, seen.LastModifiedBy, role, seen.MaySeeParent ? seen.Parent : null, [.. seen.Rules.Select(r => r.ScopeType).Distinct(StringComparer.Ordinal)]);
    }

    private static string Like(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);

    private sealed class Seeing
    {
        public required FileRow File { get; init; }

        public required UserCard Owner { get; init; }

        public required UserCard LastModifiedBy { get; init; }

        public required List<FileRuleRow> Rules { get; init; }

        public required FileRow? Parent { get; init; }

        public required bool MaySeeParent { get; init; }
    }
}
