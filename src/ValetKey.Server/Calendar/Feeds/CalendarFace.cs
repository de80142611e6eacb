using ValetKey.GData.Atom;
using ValetKey.GData.Calendar;
using ValetKey.GData.Protocol;
using ValetKey.Server.GDataWire;

namespace ValetKey.Server.Calendar.Feeds;

/// <summary>A calendar of a user's list as the Calendar API shows it.</summary>
internal static class CalendarFace
{
    public const string AllCalendars = "/calendar/feeds/default/allcalendars/full";
    public const string OwnCalendars = "/calendar/feeds/default/owncalendars/full";

    /// <summary>The calendar and its owner's name, and what the viewer may do.</summary>
    public static ETag ETagOf(VisibleCalendar seen) => EntityTags.Strong(seen.Calendar.Id, seen.Calendar.Version, seen.Owner.Version, seen.Role);

    /// <param name="feed">Path of the feed that it is an entry of.</param>
    public static CalendarEntry Entry(VisibleCalendar seen, string feed, AtomRequest request)
    {
        var (calendar, path) = (seen.Calendar, $"{feed}/{Uri.EscapeDataString(seen.Address)}");
        return new CalendarEntry
        {
            Id = request.Id(path),
            ETag = ETagOf(seen),
            Published = calendar.CreatedAt,
            Updated = calendar.UpdatedAt,
            Edited = request.Version.HasETags ? calendar.UpdatedAt : null,
            Title = calendar.Title,
            Summary = calendar.Summary is { } summary ? (Text)summary : null,
            Links = [Link.ToAtom(LinkRelation.Self, request.Link(path))],
            Authors = [new Person { Name = $"{seen.Owner.GivenName} {seen.Owner.FamilyName}", Email = seen.Owner.Email }],
            AccessLevel = seen.Role.Name,
            Color = calendar.Color,
            Hidden = seen.Hidden,
            Selected = seen.Selected,
            TimeZone = calendar.TimeZone,
            TimesCleaned = 0,
            Where = calendar.Where is { } where ? [new Where(where)] : [],
        };
    }
}
