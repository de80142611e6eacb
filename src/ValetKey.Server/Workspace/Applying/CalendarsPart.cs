using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ValetKey.Server.Calendar;
using ValetKey.Server.Directory;
using ValetKey.Server.Workspace.Sections;

namespace ValetKey.Server.Workspace.Applying;

/// <summary>Calendars and whom they are shared with.</summary>
internal static class CalendarsPart
{
    public static async Task Apply(WorkspaceFile file, WorkspaceChanges changes, CancellationToken stop)
    {
        foreach (var calendar in file.Calendars)
        {
            if (await changes.Find(calendar.Owner, stop) is not { } owner)
            {
                continue;
            }

            var row = await Find(calendar, owner, changes, stop);
            if (row is null)
            {
                row = CalendarRow.Of(owner, calendar.Address ?? NewAddress(), calendar.Title!, changes.Now);
                changes.Db.Calendars.Add(row);
            }
            else if (row.OwnerId != owner.Id)
            {
                changes.Complain(calendar.Place, $"has the id {calendar.Address}, which a calendar of another user has", "Choose another id.");
                continue;
            }

            row.Title = calendar.Title ?? row.Title;
            row.Summary = calendar.Summary ?? row.Summary;
            row.Where = calendar.Where ?? row.Where;
            row.TimeZone = calendar.TimeZone ?? row.TimeZone;
            row.Color = calendar.Color ?? row.Color;
            row.Hidden = calendar.Hidden ?? row.Hidden;
            row.Selected = calendar.Selected ?? row.Selected;
            await changes.Save(stop);
            foreach (var rule in calendar.Rules)
            {
                await Apply(rule, row.Id, changes, stop);
            }
        }
    }

    private static Task<CalendarRow?> Find(WorkspaceCalendar calendar, UserRow owner, WorkspaceChanges changes, CancellationToken stop) => changes.Db.Calendars.FirstOrDefaultAsync(
        calendar.IsPrimary ? c => c.OwnerId == owner.Id && c.Address == null
        : calendar.Address is not null ? c => c.Address == calendar.Address
        : c => c.OwnerId == owner.Id && c.Address != null && c.Title == calendar.Title,
        stop);

    private static async Task Apply(WorkspaceRule rule, long calendarId, WorkspaceChanges changes, CancellationToken stop)
    {
        var row = await changes.Db.CalendarRules.FindAsync([calendarId, rule.Grantee.Type, rule.Grantee.Value], stop);
        if (row is null)
        {
            changes.Db.CalendarRules.Add(new CalendarRuleRow { CalendarId = calendarId, ScopeType = rule.Grantee.Type, ScopeValue = rule.Grantee.Value, Role = rule.Role });
        }
        else
        {
            row.Role = rule.Role;
        }
    }

    private static string NewAddress() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(13)) + "@group.calendar.google.com";
}
