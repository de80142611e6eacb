using Microsoft.EntityFrameworkCore;
using ValetKey.Server.Accounts;
using ValetKey.Server.Directory;
using ValetKey.Server.Drive;
using ValetKey.Server.Workspace.Sections;

namespace ValetKey.Server.Workspace.Applying;

/// <summary>Documents, folders with what is in them, and whom they are shared with: what a folder is shared with has what it holds, too.</summary>
internal static class DocumentsPart
{
    public static async Task Apply(WorkspaceFile file, WorkspaceChanges changes, CancellationToken stop)
    {
        foreach (var document in file.Documents)
        {
            await Apply(document, folderOwner: null, folder: null, [], changes, stop);
        }
    }

    private static async Task Apply(
        WorkspaceDocument document, UserRow? folderOwner, FileRow? folder, IReadOnlyList<WorkspaceRule> inherited, WorkspaceChanges changes, CancellationToken stop)
    {
        var owner = document.Owner is null ? folderOwner : await changes.Find(document.Owner, stop);
        if (owner is null || !FileKind.TryParse(document.Type, out var kind))
        {
            return;
        }

        var row = await Find(document, owner, folder?.Id, changes, stop);
        if (row is null)
        {
            row = FileRow.Of(owner, document.Id ?? OpaqueToken.Create(), kind, document.Title, folder?.Id, changes.Now);
            changes.Db.Files.Add(row);
        }
        else if (row.OwnerId != owner.Id || row.Kind != kind.Name)
        {
            changes.Complain(document.Place, $"has the id {document.Id}, which a file of another user or kind has", "Choose another id.");
            return;
        }

        row.Title = document.Title;
        row.ParentId = folder?.Id;
        row.Starred = document.Starred ?? row.Starred;
        row.Trashed = document.Trashed ?? row.Trashed;
        await changes.Save(stop);
        IReadOnlyList<WorkspaceRule> rules = [.. document.Rules, .. inherited.Where(rule => document.Rules.All(own => own.Grantee != rule.Grantee))];
        foreach (var rule in rules)
        {
            await Apply(rule, row.Id, changes, stop);
        }

        foreach (var child in document.Children)
        {
            await Apply(child, owner, row, rules, changes, stop);
        }
    }

    private static Task<FileRow?> Find(WorkspaceDocument document, UserRow owner, string? folderId, WorkspaceChanges changes, CancellationToken stop) =>
        changes.Db.Files.FirstOrDefaultAsync(
            document.Id is not null
                ? f => f.Id == document.Id
                : f => f.OwnerId == owner.Id && f.ParentId == folderId && f.Title == document.Title && f.Kind == document.Type,
            stop);

    private static async Task Apply(WorkspaceRule rule, string fileId, WorkspaceChanges changes, CancellationToken stop)
    {
        var row = await changes.Db.FileRules.FindAsync([fileId, rule.Grantee.Type, rule.Grantee.Value], stop);
        if (row is null)
        {
            changes.Db.FileRules.Add(new FileRuleRow { FileId = fileId, ScopeType = rule.Grantee.Type, ScopeValue = rule.Grantee.Value, Role = rule.Role });
        }
        else
        {
            row.Role = rule.Role;
        }
    }
}
