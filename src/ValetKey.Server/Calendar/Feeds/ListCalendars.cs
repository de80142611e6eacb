using Microsoft.AspNetCore.Http;
using ValetKey.GData.Atom;
using ValetKey.GData.Calendar;
using ValetKey.GData.Protocol;
using ValetKey.Server.Accounts;
using ValetKey.Server.GDataWire;

namespace ValetKey.Server.Calendar.Feeds;

/// <summary>GET a user's list of calendars, all of them or those the user owns: 200 with the feed.</summary>
internal static class ListCalendars
{
    /// <summary>Clients of the list do not turn pages, so all of it is one, within reason.</summary>
    private const int PageSize = 1000;

    public static Task<IResult> All(Caller caller, AtomRequest request, Calendars calendars, CancellationToken stop) =>
        Handle(CalendarFace.AllCalendars, ownOnly: false, caller, request, calendars, stop);

    public static Task<IResult> Own(Caller caller, AtomRequest request, Calendars calendars, CancellationToken stop) =>
        Handle(CalendarFace.OwnCalendars, ownOnly: true, caller, request, calendars, stop);

    private static async Task<IResult> Handle(string feed, bool ownOnly, Caller caller, AtomRequest request, Calendars calendars, CancellationToken stop)
    {
        var take = request.Take(usual: PageSize, most: PageSize);
        var page = await calendars.List(caller.Account, ownOnly, request.Skip, take, stop);
        return new AtomFeedResult<CalendarEntry>(request, Head(feed, caller.Account, page, take, request), page.Calendars.Select(seen => CalendarFace.Entry(seen, feed, request)));
    }

    private static Feed Head(string feed, Account viewer, CalendarPage page, int take, AtomRequest request) => new()
    {
        Id = request.Id(feed),
        ETag = EntityTags.Weak([page.Total, request.Asked, .. page.Calendars.Select(CalendarFace.ETagOf)]),
        Updated = page.Calendars.Count == 0 ? DateTimeOffset.UnixEpoch : page.Calendars.Max(seen => seen.Calendar.UpdatedAt),
        Title = $"{viewer.Email}'s Calendar List",
        Links = [Link.ToAtom(LinkRelation.Feed, request.Link(feed)), Link.ToAtom(LinkRelation.Self, request.Self), .. FeedPages.Links(request, take, page.Total)],
        Authors = [new Person { Name = viewer.UserName, Email = viewer.Email }],
        Page = new FeedPage(page.Total, request.Skip + 1, take),
    };
}
