using ValetKey.Server.Calendar;
using ValetKey.Server.Workspace.Reading;

namespace ValetKey.Server.Workspace.Sections;

/// <summary>A calendar: its owner's primary one, one with an id of its own, or one found again by its title.</summary>
/// <param name="Address">Null for the primary calendar, and for one without an id.</param>
internal sealed record WorkspaceCalendar(
    Place Place, UserReference Owner, string? Title, bool IsPrimary, string? Address, string? TimeZone, string? Summary, string? Where, string? Color,
    bool? Hidden, bool? Selected, IReadOnlyList<WorkspaceRule> Rules)
{
    private const string GroupCalendars = "@group.calendar.google.com";

    public static WorkspaceCalendar Read(WorkspaceMap map)
    {
        var isPrimary = map.Flag("primary") ?? false;
        var id = map.Text("id");
        var calendar = new WorkspaceCalendar(
            map.Place, UserReference.Read(map, "owner"), isPrimary ? map.Text("title") : map.RequiredText("title"), isPrimary,
            id is null || id.Contains('@', StringComparison.Ordinal) ? id : id + GroupCalendars,
            map.Text("timezone"), map.Text("summary"), map.Text("where"), map.Text("color"), map.Flag("hidden"), map.Flag("selected"),
            [.. map.Each("acl", rule => WorkspaceRule.Read(rule, CalendarRole.All.Select(role => role.Name))).OfType<WorkspaceRule>()]);
        map.NotServed("events");
        if (id is not null && isPrimary)
        {
            map.Complain("id", "is given to a primary calendar, whose id is its owner's address", "Leave one of id and primary out.");
        }
        else if (id is not null && !IsId(id))
        {
            map.Complain("id", $"is {id}, which is no id of a calendar", $"Use letters, digits, period, dash and underscore; {GroupCalendars} is added.");
        }

        if (calendar.TimeZone is { } zone && !IsTimeZone(zone))
        {
            map.Complain("timezone", $"is {zone}, which is no time zone", "Write it as in the IANA data base, such as Europe/London.");
        }

        if (calendar.Color is { } color && !(color.Length == 7 && color[0] == '#' && color.Skip(1).All(char.IsAsciiHexDigit)))
        {
            map.Complain("color", $"is {color}, which is no colour", "Write it as \"#2952A3\", in quotes.");
        }

        return calendar;
    }

    private static bool IsId(string id) =>
        id.Length is > 0 and <= 128 && (id.IndexOf('@', StringComparison.Ordinal) is var at && (at < 0 || id[at..] == GroupCalendars))
        && id.Split('@')[0] is { Length: > 0 } name && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');

    /// <summary>A machine without the IANA data base knows none of them, and then any name will do.</summary>
    private static bool IsTimeZone(string zone) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) || !TimeZoneInfo.TryFindSystemTimeZoneById("Europe/London", out _);
}
