using Microsoft.EntityFrameworkCore;
using ValetKey.OAuth;
using ValetKey.Server.Directory;
using ValetKey.Server.OAuth1;
using ValetKey.Server.OAuth2;
using ValetKey.Server.Storage;

namespace ValetKey.Server.Accounts;

/// <summary>Ends what a renamed or deleted user was signed in with and had granted. A suspended one loses it for as long as it is suspended, where credentials are read.</summary>
internal sealed class CredentialsOfUsers(TimeProvider time) : IFollowsUsers
{
    public Task Created(ValetKeyDb db, UserRow user, CancellationToken stop) => Task.CompletedTask;

    public Task Renamed(ValetKeyDb db, UserRow user, string oldEmail, CancellationToken stop) => End(db, user, stop);

    public Task Deleted(ValetKeyDb db, UserRow user, CancellationToken stop) => End(db, user, stop);

    private async Task End(ValetKeyDb db, UserRow user, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        await db.Set<SessionRow>().Where(s => s.UserId == user.Id).ExecuteDeleteAsync(stop);
        await db.Set<OAuth1TokenRow>().Where(t => t.UserId == user.Id)
            .ExecuteUpdateAsync(t => t.SetProperty(x => x.State, nameof(OAuth1TokenState.Revoked)), stop);
        await db.Set<GrantRow>().Where(g => g.UserId == user.Id && g.RevokedAt == null)
            .ExecuteUpdateAsync(g => g.SetProperty(x => x.RevokedAt, now), stop);
    }
}
