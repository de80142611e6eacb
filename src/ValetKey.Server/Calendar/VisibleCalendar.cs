using ValetKey.Server.Directory;

namespace ValetKey.Server.Calendar;

/// <summary>A calendar as one user sees it.</summary>
/// <param name="Owner">Whose calendar it is.</param>
/// <param name="Role">How far the viewer may go with it.</param>
/// <param name="IsOwn">Whether the viewer is its owner: only then its place in the list (hidden, selected) is the viewer's.</param>
internal sealed record VisibleCalendar(CalendarRow Calendar, UserCard Owner, CalendarRole Role, bool IsOwn)
{
    public string Address => Calendar.Address ?? Owner.Email;

    public bool Hidden => IsOwn && Calendar.Hidden;

    public bool Selected => !IsOwn || Calendar.Selected;
}
