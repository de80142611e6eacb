using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ValetKey.Server.GDataWire;
using ValetKey.Server.Scopes;

namespace ValetKey.Server.Calendar.Feeds;

/// <summary>The Calendar API's Atom face: a user's list of calendars, to read.</summary>
internal static class CalendarFeedsFeature
{
    public static void MapCalendarFeeds(this IEndpointRouteBuilder routes)
    {
        var lists = routes.MapAtom("/calendar/feeds/{user}").WithTags("Calendar").AddEndpointFilter(OwnAddress.Only);
        lists.MapGet("", ListCalendars.All).Requires(Api.Calendar, Access.Read);
        lists.MapGet("/allcalendars/full", ListCalendars.All).Requires(Api.Calendar, Access.Read);
        lists.MapGet("/allcalendars/full/{id}", RetrieveCalendar.OfAll).Requires(Api.Calendar, Access.Read);
        lists.MapGet("/owncalendars/full", ListCalendars.Own).Requires(Api.Calendar, Access.Read);
        lists.MapGet("/owncalendars/full/{id}", RetrieveCalendar.OfOwn).Requires(Api.Calendar, Access.Read);
    }
}
