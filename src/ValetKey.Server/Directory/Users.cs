using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ValetKey.Server.Storage;

namespace ValetKey.Server.Directory;

/// <summary>The users of a domain. Every change is one transaction: rules, the row and its version, and what follows users.</summary>
internal sealed class Users(ValetKeyDb db, IEnumerable<IFollowsUsers> followers, IOptions<DirectoryOptions> options, TimeProvider time)
{
    private static readonly TimeSpan NameRest = TimeSpan.FromDays(5);

    private static readonly Func<ValetKeyDb, string, string, CancellationToken, Task<UserRow?>> ByName = EF.CompileAsyncQuery(
        (ValetKeyDb db, string domain, string name, CancellationToken stop) => db.Users.AsNoTracking()
            .FirstOrDefault(u => u.Domain == domain && u.UserName == name && u.DeletedAt == null));

    private static readonly Func<ValetKeyDb, string, string, int, int, IAsyncEnumerable<UserRow>> InNameOrder = EF.CompileAsyncQuery(
        (ValetKeyDb db, string domain, string start, int skip, int take) => db.Users.AsNoTracking()
            .Where(u => u.Domain == domain && u.DeletedAt == null && string.Compare(u.UserName, start) >= 0)
            .OrderBy(u => u.UserName).Skip(skip).Take(take));

    private static readonly Func<ValetKeyDb, string, CancellationToken, Task<int>> CountOf = EF.CompileAsyncQuery(
        (ValetKeyDb db, string domain, CancellationToken stop) => db.Domains.Where(d => d.Name == domain).Select(d => d.UserCount).FirstOrDefault());

    /// <param name="start">The first name wanted, or the beginning of one; empty for the first user.</param>
    /// <param name="skip">How many to leave out from there.</param>
    /// <param name="take">The size of the page.</param>
    public async Task<UserPage> List(string domain, string start, int skip, int take, CancellationToken stop)
    {
        var total = await CountOf(db, domain, stop);
        var users = new List<UserRow>(take + 1);
        await foreach (var user in InNameOrder(db, domain, start, skip, take + 1).WithCancellation(stop))
        {
            users.Add(user);
        }

        var next = users.Count > take ? users[take].UserName : null;
        return new UserPage(users.Count > take ? users[..take] : users, total, next);
    }

    /// <returns>Null for no such user, and for one that was deleted.</returns>
    public Task<UserRow?> Find(string domain, string userName, CancellationToken stop) => ByName(db, domain, UserName.Normalize(userName), stop);

    public async Task<UserOutcome> Create(string domain, UserDraft draft, CancellationToken stop)
    {
        if (draft.CheckComplete() is { } incomplete)
        {
            return new UserOutcome.Refused(incomplete);
        }

        var passwordHash = draft.HashPassword()!;
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await WhyTaken(domain, UserName.Normalize(draft.UserName!), stop) is { } taken)
        {
            return new UserOutcome.Refused(taken);
        }

        var outcome = await Add(domain, draft, passwordHash, stop);
        if (outcome is UserOutcome.Done)
        {
            await transaction.CommitAsync(stop);
        }

        return outcome;
    }

    /// <summary>Adds a user whose name is free, inside the transaction of the caller.</summary>
    /// <param name="draft">Complete and checked.</param>
    public async Task<UserOutcome> Add(string domain, UserDraft draft, string passwordHash, CancellationToken stop)
    {
        var name = UserName.Normalize(draft.UserName!);
        var limit = options.Value.UserLimit ?? int.MaxValue;
        if (await db.Domains.Where(d => d.Name == domain && d.UserCount < limit).ExecuteUpdateAsync(d => d.SetProperty(x => x.UserCount, x => x.UserCount + 1), stop) == 0)
        {
            return new UserOutcome.Refused(DirectoryProblem.DomainUserLimitExceeded(domain, limit));
        }

        var now = time.GetUtcNow();
        var user = new UserRow
        {
            Domain = domain, UserName = name, GivenName = draft.GivenName!, FamilyName = draft.FamilyName!, PasswordHash = passwordHash,
            QuotaInMegabytes = UserDraft.DefaultQuota, Version = 1, CreatedAt = now, UpdatedAt = now,
        };
        draft.ApplyTo(user, passwordHash);
        db.Users.Add(user);
        await db.SaveChangesAsync(stop);
        foreach (var follower in followers)
        {
            await follower.Created(db, user, stop);
        }

        await db.SaveChangesAsync(stop);
        return new UserOutcome.Done(user);
    }

    /// <param name="isExpected">Whether this is the state that the caller means to change.</param>
    public async Task<UserOutcome> Update(string domain, string userName, UserDraft draft, Func<UserRow, bool> isExpected, CancellationToken stop)
    {
        if (draft.Check() is { } problem)
        {
            return new UserOutcome.Refused(problem);
        }

        var passwordHash = draft.HashPassword();
        return await Change(domain, userName, isExpected, user => Rewrite(user, draft, passwordHash, stop), stop);
    }

    /// <param name="isExpected">Whether this is the state that the caller means to delete.</param>
    public Task<UserOutcome> Delete(string domain, string userName, Func<UserRow, bool> isExpected, CancellationToken stop) => Change(
        domain, userName, isExpected,
        async user =>
        {
            user.DeletedAt = time.GetUtcNow();
            await db.Domains.Where(d => d.Name == domain).ExecuteUpdateAsync(d => d.SetProperty(x => x.UserCount, x => x.UserCount - 1), stop);
            foreach (var follower in followers)
            {
                await follower.Deleted(db, user, stop);
            }

            return null;
        },
        stop);

    private async Task<UserOutcome> Change(
        string domain, string userName, Func<UserRow, bool> isExpected, Func<UserRow, Task<DirectoryProblem?>> change, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var name = UserName.Normalize(userName);
        var user = await db.Users.FirstOrDefaultAsync(u => u.Domain == domain && u.UserName == name && u.DeletedAt == null, stop);
        if (user is null)
        {
            return new UserOutcome.Refused(DirectoryProblem.EntityDoesNotExist(userName));
        }

        if (!isExpected(user))
        {
            return new UserOutcome.Changed(user);
        }

        var wasAdministrator = IsActiveAdministrator(user);
        if (await change(user) is { } problem)
        {
            return new UserOutcome.Refused(problem);
        }

        if (wasAdministrator && !IsActiveAdministrator(user) && !await HasOtherAdministrator(user, stop))
        {
            return new UserOutcome.LastAdministrator(user);
        }

        user.Version++;
        user.UpdatedAt = time.GetUtcNow();
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            await transaction.RollbackAsync(stop);
            return new UserOutcome.Changed(await ByName(db, domain, name, stop) ?? user);
        }

        await transaction.CommitAsync(stop);
        return new UserOutcome.Done(user);
    }

    private async Task<DirectoryProblem?> Rewrite(UserRow user, UserDraft draft, string? passwordHash, CancellationToken stop)
    {
        draft.ApplyTo(user, passwordHash);
        if (draft.UserName is null || UserName.Normalize(draft.UserName) is var name && name == user.UserName)
        {
            return null;
        }

        if (await WhyTaken(user.Domain, name, stop) is { } taken)
        {
            return taken;
        }

        var oldEmail = user.Email;
        user.UserName = name;
        foreach (var follower in followers)
        {
            await follower.Renamed(db, user, oldEmail, stop);
        }

        return null;
    }

    private async Task<DirectoryProblem?> WhyTaken(string domain, string name, CancellationToken stop)
    {
        var rested = time.GetUtcNow() - NameRest;
        return await db.Users.AnyAsync(u => u.Domain == domain && u.UserName == name && u.DeletedAt == null, stop) ? DirectoryProblem.EntityExists(name)
            : await db.Users.AnyAsync(u => u.Domain == domain && u.UserName == name && u.DeletedAt != null && u.DeletedAt > rested, stop) ? DirectoryProblem.UserDeletedRecently(name)
            : null;
    }

    private static bool IsActiveAdministrator(UserRow user) => user is { IsAdmin: true, Suspended: false, DeletedAt: null };

    private Task<bool> HasOtherAdministrator(UserRow user, CancellationToken stop) =>
        db.Users.AnyAsync(u => u.Domain == user.Domain && u.IsAdmin && !u.Suspended && u.DeletedAt == null && u.Id != user.Id, stop);
}
