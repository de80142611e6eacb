using Microsoft.EntityFrameworkCore;
using ValetKey.Server.Directory;
using ValetKey.Server.Storage;

namespace ValetKey.Server.Calendar;

/// <summary>Gives each new user a primary calendar, and keeps what is shared with an address with the user who has it.</summary>
internal sealed class CalendarsOfUsers : IFollowsUsers
{
    public Task Created(ValetKeyDb db, UserRow user, CancellationToken stop)
    {
        db.Calendars.Add(CalendarRow.Of(user, address: null, $"{user.GivenName} {user.FamilyName}", user.CreatedAt));
        return Task.CompletedTask;
    }

    public async Task Renamed(ValetKeyDb db, UserRow user, string oldEmail, CancellationToken stop)
    {
        await SharedWith(db, oldEmail).Where(r => SharedWith(db, user.Email).Any(n => n.CalendarId == r.CalendarId)).ExecuteDeleteAsync(stop);
        await SharedWith(db, oldEmail).ExecuteUpdateAsync(r => r.SetProperty(x => x.ScopeValue, user.Email), stop);
    }

    public async Task Deleted(ValetKeyDb db, UserRow user, CancellationToken stop)
    {
        var own = db.Calendars.Where(c => c.OwnerId == user.Id);
        await SharedWith(db, user.Email).ExecuteDeleteAsync(stop);
        await db.CalendarRules.Where(r => own.Any(c => c.Id == r.CalendarId)).ExecuteDeleteAsync(stop);
        await own.ExecuteDeleteAsync(stop);
    }

    private static IQueryable<CalendarRuleRow> SharedWith(ValetKeyDb db, string email) =>
        db.CalendarRules.Where(r => r.ScopeType == Grantee.User && r.ScopeValue == email);
}
