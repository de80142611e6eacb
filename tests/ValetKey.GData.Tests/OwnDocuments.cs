using ValetKey.GData.Atom;
using ValetKey.GData.Calendar;
using ValetKey.GData.Documents;
using ValetKey.GData.Protocol;
using ValetKey.GData.Provisioning;

namespace ValetKey.GData.Tests;

/// <summary>Documents of the shapes that the APIs exchanged, in our own words: what the golden files hold.</summary>
internal static class OwnDocuments
{
    private const string Origin = "http://www.example.com";

    private static readonly DateTimeOffset Noon = new(2012, 2, 29, 12, 0, 0, TimeSpan.Zero);

    public static Feed<UserEntry> Users { get; } = new()
    {
        Id = $"{Origin}/a/feeds/example.com/user/2.0",
        Updated = DateTimeOffset.UnixEpoch,
        Categories = [UserEntry.Kind],
        Title = "Users",
        Links =
        [
            Link.ToAtom(LinkRelation.Next, $"{Origin}/a/feeds/example.com/user/2.0?startUsername=max"),
            Link.ToAtom(LinkRelation.Feed, $"{Origin}/a/feeds/example.com/user/2.0"),
            Link.ToAtom(LinkRelation.Post, $"{Origin}/a/feeds/example.com/user/2.0"),
            Link.ToAtom(LinkRelation.Self, $"{Origin}/a/feeds/example.com/user/2.0"),
        ],
        Page = new(null, 1, null),
        Entries = [User("ada"), User("liz")],
    };

    public static Feed<CalendarEntry> Calendars { get; } = new()
    {
        Id = $"{Origin}/calendar/feeds/default/allcalendars/full",
        ETag = ETag.Weak("C0QCRH47eSp7"),
        Updated = Noon.AddMilliseconds(574),
        Title = "The calendars of liz",
        Links = [Link.ToAtom(LinkRelation.Post, $"{Origin}/calendar/feeds/default/allcalendars/full"), Link.ToAtom(LinkRelation.Self, $"{Origin}/calendar/feeds/default/allcalendars/full")],
        Authors = [new() { Name = "liz", Email = "liz@example.com" }],
        Generator = new("Calendar") { Version = "1.0", Uri = $"{Origin}/calendar" },
        Page = new(2, 1, null),
        Entries =
        [
            new()
            {
                Id = $"{Origin}/calendar/feeds/default/allcalendars/full/liz%40example.com",
                ETag = ETag.Strong("DEQDRX0-fip7"),
                Published = Noon,
                Updated = Noon,
                Edited = Noon,
                Title = "liz",
                Summary = "Work & travel",
                Content = new() { Type = "application/atom+xml", Source = $"{Origin}/calendar/feeds/liz%40example.com/private/full" },
                Links = [new(LinkRelation.Alternate, $"{Origin}/calendar/feeds/liz%40example.com/private/full") { Type = "application/atom+xml" }],
                Authors = [new() { Name = "liz", Email = "liz@example.com" }],
                AccessLevel = "owner", Color = "#2952A3", Hidden = false, Selected = true, TimeZone = "Europe/Zurich", TimesCleaned = 0,
                Where = [new("Zurich")],
            },
            new() { Title = "Holidays", AccessLevel = "read", Color = "#528800", Hidden = true, Selected = false, TimeZone = "Europe/Zurich" },
        ],
    };

    public static Feed<DocumentEntry> Documents { get; } = new()
    {
        Id = $"{Origin}/feeds/default/private/full",
        ETag = ETag.Weak("DUEDRH47eSp7"),
        Updated = Noon,
        Title = "The documents of liz",
        Links = [Link.ToAtom(LinkRelation.Feed, $"{Origin}/feeds/default/private/full"), new(LinkRelation.Alternate, Origin) { Type = "text/html" }],
        Page = new(2, 1, 100),
        Entries =
        [
            new()
            {
                Id = $"{Origin}/feeds/default/private/full/spreadsheet%3A1a2b",
                ETag = ETag.Strong("BRsQXBs-cSp7"),
                Published = Noon,
                Updated = Noon.ToOffset(TimeSpan.FromHours(2)),
                Edited = Noon,
                Categories =
                [
                    DocumentEntry.KindOf("spreadsheet"), DocumentLabel.Category(DocumentLabel.Starred),
                    DocumentLabel.Category(DocumentLabel.Mine), DocumentLabel.Category(DocumentLabel.RestrictedDownload),
                ],
                Title = "Budget",
                Content = new() { Type = "text/html", Source = $"{Origin}/download?id=1a2b&exportFormat=html" },
                Links = [new(LinkRelation.Parent, $"{Origin}/feeds/default/private/full/folder%3A12345") { Type = "application/atom+xml", Title = "Plans" }],
                Authors = [new() { Name = "liz", Email = "liz@example.com" }],
                ResourceId = ResourceId.Of("spreadsheet", "1a2b"),
                LastModifiedBy = new() { Name = "liz", Email = "liz@example.com" },
                LastViewed = Noon,
                QuotaBytesUsed = 1000,
                WritersCanInvite = true,
                FeedLinks =
                [
                    new(LinkRelation.AccessControlList, $"{Origin}/feeds/default/private/full/spreadsheet%3A1a2b/acl"),
                    new(DocumentEntry.RevisionsRelation, $"{Origin}/feeds/default/private/full/spreadsheet%3A1a2b/revisions"),
                ],
            },
            new() { Title = "Plans", Categories = [DocumentEntry.KindOf("folder")], ResourceId = ResourceId.Of("folder", "12345") },
        ],
    };

    public static UserEntry User(string name) => new()
    {
        Id = $"{Origin}/a/feeds/example.com/user/2.0/{name}",
        ETag = ETag.Strong(name),
        Updated = DateTimeOffset.UnixEpoch,
        Categories = [UserEntry.Kind],
        Title = name,
        Links = [Link.ToAtom(LinkRelation.Self, $"{Origin}/a/feeds/example.com/user/2.0/{name}"), Link.ToAtom(LinkRelation.Edit, $"{Origin}/a/feeds/example.com/user/2.0/{name}")],
        Login = new(name) { Suspended = false, Admin = false },
        Name = new("Given", "Family"),
        Quota = new(1024),
        FeedLinks =
        [
            new(UserEntry.NicknamesRelation, $"{Origin}/a/feeds/example.com/nickname/2.0?username={name}"),
            new(UserEntry.EmailListsRelation, $"{Origin}/a/feeds/example.com/emailList/2.0?recipient={name}@example.com"),
        ],
    };
}
