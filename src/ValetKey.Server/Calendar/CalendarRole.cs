using System.Diagnostics.CodeAnalysis;

namespace ValetKey.Server.Calendar;

/// <summary>How far somebody may go with a calendar. Ordered: each may what the ones below it may.</summary>
internal sealed class CalendarRole
{
    private CalendarRole(string name, int rank)
    {
        Name = name;
        Rank = rank;
    }

    /// <summary>All of it, the access control list too.</summary>
    public static CalendarRole Owner { get; } = new("owner", 4);

    /// <summary>Changes events.</summary>
    public static CalendarRole Editor { get; } = new("editor", 3);

    public static CalendarRole Read { get; } = new("read", 2);

    /// <summary>Sees when its owner is busy, not with what.</summary>
    public static CalendarRole FreeBusy { get; } = new("freebusy", 1);

    public static IReadOnlyList<CalendarRole> All { get; } = [Owner, Editor, Read, FreeBusy];

    public string Name { get; }

    public int Rank { get; }

    public static bool TryParse(string name, [NotNullWhen(true)] out CalendarRole? role) => (role = All.FirstOrDefault(r => r.Name == name)) is not null;

    /// <exception cref="FormatException">The database holds a role that this version does not know.</exception>
    public static CalendarRole Parse(string name) => TryParse(name, out var role) ? role : throw new FormatException($"'{name}' is no role of a calendar.");

    public override string ToString() => Name;
}
