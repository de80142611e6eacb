using Microsoft.EntityFrameworkCore;
using ValetKey.Server.Directory;
using ValetKey.Server.Storage;

namespace ValetKey.Server.Accounts;

/// <summary>Checks a password. Unknown users cost the same work as known ones, and the answer is the same.</summary>
internal sealed class Passwords(ValetKeyDb db)
{
    /// <returns>The user whose password this is, suspended or not; null otherwise.</returns>
    public async Task<UserRow?> Check(string email, string password, CancellationToken stop)
    {
        var user = await Find(email, stop);
        var hash = user is null ? PasswordHash.OfNobody : PasswordHash.Parse(user.PasswordHash);
        if (!hash.Verify(password) || user is null)
        {
            return null;
        }

        if (!hash.IsCurrent)
        {
            user.PasswordHash = PasswordHash.Of(password).ToString();
            await db.SaveChangesAsync(stop);
        }

        return user;
    }

    /// <summary>By address; a bare user name will do where the server has one domain alone.</summary>
    private async Task<UserRow?> Find(string email, CancellationToken stop)
    {
        var at = email.LastIndexOf('@');
        var name = at < 0 ? email : email[..at];
        var domain = at >= 0 ? email[(at + 1)..]
            : await db.Domains.Select(d => d.Name).Take(2).ToListAsync(stop) is [var only] ? only : "";
        return await db.Users.FirstOrDefaultAsync(u => u.Domain == domain && u.UserName == name && u.DeletedAt == null, stop);
    }
}
