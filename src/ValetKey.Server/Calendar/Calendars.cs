using Microsoft.EntityFrameworkCore;
using ValetKey.Server.Accounts;
using ValetKey.Server.Directory;
using ValetKey.Server.Storage;

namespace ValetKey.Server.Calendar;

/// <summary>The calendars that a user sees. A list holds the user's own and those shared with the user by address; those open to a domain or to everybody are found by their address only.</summary>
internal sealed class Calendars(ValetKeyDb db)
{
    /// <param name="ownOnly">Only those whose role is owner.</param>
    /// <param name="skip">How many to leave out; the primary calendar comes first.</param>
    public async Task<CalendarPage> List(Account viewer, bool ownOnly, int skip, int take, CancellationToken stop)
    {
        var owner = CalendarRole.Owner.Name;
        var shared = db.CalendarRules
            .Where(r => r.ScopeType == Grantee.User && r.ScopeValue == viewer.Email && (!ownOnly || r.Role == owner))
            .Select(r => r.CalendarId);
        var listed = db.Calendars.AsNoTracking().Where(c => c.OwnerId == viewer.Id || shared.Contains(c.Id));
        var page = await Seen(listed, viewer)
            .OrderBy(c => !(c.Calendar.OwnerId == viewer.Id && c.Calendar.Address == null)).ThenBy(c => c.Calendar.Id)
            .Skip(skip).Take(take).ToListAsync(stop);
        var total = skip == 0 && page.Count < take ? page.Count : await listed.CountAsync(stop);
        return new CalendarPage([.. page.Select(c => View(c, viewer)!)], total);
    }

    /// <param name="address">The calendar's own address, or for a primary calendar its owner's.</param>
    /// <returns>Null for no such calendar, and for one that the viewer may not see.</returns>
    public async Task<VisibleCalendar?> Find(Account viewer, string address, CancellationToken stop)
    {
        var at = address.LastIndexOf('@');
        var (name, domain) = at < 0 ? ("", "") : (address[..at].ToLowerInvariant(), address[(at + 1)..].ToLowerInvariant());
        var owners = db.Users.Where(u => u.Domain == domain && u.UserName == name && u.DeletedAt == null).Select(u => u.Id);
        var found = db.Calendars.AsNoTracking().Where(c => c.Address == address || (c.Address == null && owners.Contains(c.OwnerId)));
        return await Seen(found, viewer).FirstOrDefaultAsync(stop) is { } seen ? View(seen, viewer) : null;
    }

    private IQueryable<Seeing> Seen(IQueryable<CalendarRow> calendars, Account viewer) =>
        from calendar in calendars
        join owner in db.Users.AsNoTracking() on calendar.OwnerId equals owner.Id
        select new Seeing
        {
            Calendar = calendar,
            Owner = new UserCard(owner.UserName, owner.Domain, owner.GivenName, owner.FamilyName, owner.Version),
            Roles = db.CalendarRules.Where(r => r.CalendarId == calendar.Id
                && ((r.ScopeType == Grantee.User && r.ScopeValue == viewer.Email)
                    || (r.ScopeType == Grantee.Domain && r.ScopeValue == viewer.Domain)
                    || r.ScopeType == Grantee.Everybody)).Select(r => r.Role).ToList(),
        };

    private static VisibleCalendar? View(Seeing seen, Account viewer)
    {
        var isOwn = seen.Calendar.OwnerId == viewer.Id;
        var role = isOwn ? CalendarRole.Owner : seen.Roles.Select(CalendarRole.Parse).MaxBy(r => r.Rank);
        return role is null ? null : new VisibleCalendar(seen.Calendar, seen.Owner, role, isOwn);
    }

    private sealed class Seeing
    {
        public required CalendarRow Calendar { get; init; }

        public required UserCard Owner { get; init; }

        public required List<string> Roles { get; init; }
    }
}
