using Microsoft.AspNetCore.Http;
using ValetKey.GData.Calendar;
using ValetKey.GData.Protocol;
using ValetKey.Server.Accounts;
using ValetKey.Server.GDataWire;

namespace ValetKey.Server.Calendar.Feeds;

/// <summary>GET one calendar by its address: 200 with the entry, or 404 for what is not there or not for this user.</summary>
internal static class RetrieveCalendar
{
    public static Task<IResult> OfAll(string id, Caller caller, AtomRequest request, Calendars calendars, CancellationToken stop) =>
        Handle(id, CalendarFace.AllCalendars, ownOnly: false, caller, request, calendars, stop);

    public static Task<IResult> OfOwn(string id, Caller caller, AtomRequest request, Calendars calendars, CancellationToken stop) =>
        Handle(id, CalendarFace.OwnCalendars, ownOnly: true, caller, request, calendars, stop);

    private static async Task<IResult> Handle(string id, string feed, bool ownOnly, Caller caller, AtomRequest request, Calendars calendars, CancellationToken stop) =>
        await calendars.Find(caller.Account, id, stop) is { } seen && (!ownOnly || seen.Role == CalendarRole.Owner)
            ? new AtomEntryResult<CalendarEntry>(request, CalendarFace.Entry(seen, feed, request))
            : new GDataErrorResult(new GDataError(StatusCodes.Status404NotFound, "NotFound", "There is no such calendar in this user's list."));
}
