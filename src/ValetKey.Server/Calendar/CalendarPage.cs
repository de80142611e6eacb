namespace ValetKey.Server.Calendar;

/// <summary>Some calendars of a user's list, in its order.</summary>
/// <param name="Total">How many the list has.</param>
internal sealed record CalendarPage(IReadOnlyList<VisibleCalendar> Calendars, int Total);
