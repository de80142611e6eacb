using Microsoft.EntityFrameworkCore;
using ValetKey.Server.Directory;
using ValetKey.Server.Storage;

namespace ValetKey.Server.Drive;

/// <summary>Keeps what is shared with an address with the user who has it; a deleted user's files go.</summary>
internal sealed class FilesOfUsers : IFollowsUsers
{
    public Task Created(ValetKeyDb db, UserRow user, CancellationToken stop) => Task.CompletedTask;

    public async Task Renamed(ValetKeyDb db, UserRow user, string oldEmail, CancellationToken stop)
    {
        await SharedWith(db, oldEmail).Where(r => SharedWith(db, user.Email).Any(n => n.FileId == r.FileId)).ExecuteDeleteAsync(stop);
        await SharedWith(db, oldEmail).ExecuteUpdateAsync(r => r.SetProperty(x => x.ScopeValue, user.Email), stop);
    }

    public async Task Deleted(ValetKeyDb db, UserRow user, CancellationToken stop)
    {
        var own = db.Files.Where(f => f.OwnerId == user.Id);
        await SharedWith(db, user.Email).ExecuteDeleteAsync(stop);
        await db.FileRules.Where(r => own.Any(f => f.Id == r.FileId)).ExecuteDeleteAsync(stop);
        await db.Files.Where(f => own.Any(p => p.Id == f.ParentId)).ExecuteUpdateAsync(f => f.SetProperty(x => x.ParentId, (string?)null), stop);
        await own.ExecuteDeleteAsync(stop);
    }

    private static IQueryable<FileRuleRow> SharedWith(ValetKeyDb db, string email) =>
        db.FileRules.Where(r => r.ScopeType == Grantee.User && r.ScopeValue == email);
}
