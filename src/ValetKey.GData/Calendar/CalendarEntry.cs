using System.Xml;
using ValetKey.GData.Atom;

namespace ValetKey.GData.Calendar;

/// <summary>A calendar in a user's list. What the server did not say is <c>null</c>.</summary>
public sealed record CalendarEntry : Entry, IAtomEntry<CalendarEntry>
{
    /// <summary>A calendar that says nothing yet.</summary>
    public CalendarEntry() { }

    private CalendarEntry(ContainerReader atom) : base(atom) { }

    static IReadOnlyList<NamespacePrefix> IAtomEntry<CalendarEntry>.Prefixes { get; } = [new("gCal", Namespaces.Calendar)];

    /// <summary>What the user may do: <c>owner</c>, <c>editor</c>, <c>read</c>, <c>freebusy</c>, <c>root</c> or <c>none</c>.</summary>
    public string? AccessLevel { get; init; }

    /// <summary>As <c>#2952A3</c>.</summary>
    public string? Color { get; init; }

    /// <summary>Whether it is left out of the user's list on pages.</summary>
    public bool? Hidden { get; init; }

    /// <summary>Whether its events are shown.</summary>
    public bool? Selected { get; init; }

    /// <summary>An Olson name, as <c>America/Los_Angeles</c>.</summary>
    public string? TimeZone { get; init; }

    /// <summary>How often all events were deleted.</summary>
    public long? TimesCleaned { get; init; }

    /// <summary>Where the calendar's events usually are.</summary>
    public AtomList<Where> Where { get; init; } = [];

    /// <summary>The title's words.</summary>
    public override string ToString() => base.ToString();

    /// <inheritdoc/>
    public static CalendarEntry Read(XmlReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var atom = new ContainerReader(reader, isFeed: false);
        string? accessLevel = null, color = null, timeZone = null;
        bool? hidden = null, selected = null;
        long? timesCleaned = null;
        AtomListBuilder<Where> where = default;
        while (atom.NextForeign())
        {
            _ = atom.TakeValue("accesslevel", Namespaces.Calendar, ref accessLevel)
                || atom.TakeValue("color", Namespaces.Calendar, ref color)
                || atom.TakeFlag("hidden", Namespaces.Calendar, ref hidden)
                || atom.TakeFlag("selected", Namespaces.Calendar, ref selected)
                || atom.TakeValue("timezone", Namespaces.Calendar, ref timeZone)
                || atom.TakeNumber("timesCleaned", Namespaces.Calendar, ref timesCleaned)
                || atom.Take(ref where)
                || atom.Keep();
        }

        return new(atom)
        {
            AccessLevel = accessLevel,
            Color = color,
            Hidden = hidden,
            Selected = selected,
            TimeZone = timeZone,
            TimesCleaned = timesCleaned,
            Where = where.ToList(),
        };
    }

    private protected override void WriteElements(ContainerWriter writer)
    {
        writer.Value("gCal", "timezone", Namespaces.Calendar, TimeZone);
        writer.Value("gCal", "timesCleaned", Namespaces.Calendar, TimesCleaned);
        writer.Value("gCal", "hidden", Namespaces.Calendar, Hidden);
        writer.Value("gCal", "color", Namespaces.Calendar, Color);
        writer.Value("gCal", "selected", Namespaces.Calendar, Selected);
        writer.Value("gCal", "accesslevel", Namespaces.Calendar, AccessLevel);
        writer.All(Where);
    }
}
