using System.Globalization;
using System.Xml;
using ValetKey.GData.Atom;

namespace ValetKey.GData.Documents;

/// <summary>A document, folder or file in a user's list (Documents List API 3.0, and 2.0). What the server did not say is <c>null</c>.</summary>
public sealed record DocumentEntry : Entry, IAtomEntry<DocumentEntry>
{
    /// <summary>The relation of the <see cref="FeedLinks"/> to the document's revisions.</summary>
    public const string RevisionsRelation = Namespaces.Documents + "/revisions";

    /// <summary>A document that says nothing yet.</summary>
    public DocumentEntry() { }

    private DocumentEntry(ContainerReader atom) : base(atom) { }

    static IReadOnlyList<NamespacePrefix> IAtomEntry<DocumentEntry>.Prefixes { get; } = [new("docs", Namespaces.Documents)];

    /// <summary>Kind and id.</summary>
    public ResourceId? ResourceId { get; init; }

    /// <summary>Who changed it last.</summary>
    public Person? LastModifiedBy { get; init; }

    /// <summary>When the user opened it last.</summary>
    public DateTimeOffset? LastViewed { get; init; }

    /// <summary>How much of the owner's quota it takes, in bytes.</summary>
    public long? QuotaBytesUsed { get; init; }

    /// <summary>Whether those who may write may also share it.</summary>
    public bool? WritersCanInvite { get; init; }

    /// <summary>The feeds of its access control list and its revisions.</summary>
    public AtomList<FeedLink> FeedLinks { get; init; } = [];

    /// <summary>The labels among the categories: <see cref="DocumentLabel"/>.</summary>
    public IEnumerable<string> Labels => Categories.Where(c => c.Scheme == Category.LabelScheme).Select(c => c.Label ?? c.Term[(c.Term.IndexOf('#', StringComparison.Ordinal) + 1)..]);

    /// <summary>The folders that it is in, as links with the folders' titles.</summary>
    public IEnumerable<Link> Parents => Links.Where(l => l.Rel == LinkRelation.Parent);

    /// <summary>The category of a kind of document.</summary>
    /// <param name="kind">As in <see cref="ResourceId.Kind"/>.</param>
    public static Category KindOf(string kind) => Category.OfKind($"{Namespaces.Documents}#{kind}", kind);

    /// <summary>The title's words.</summary>
    public override string ToString() => base.ToString();

    /// <inheritdoc/>
    public static DocumentEntry Read(XmlReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var atom = new ContainerReader(reader, isFeed: false);
        string? resourceId = null, quotaBytesUsed = null;
        Person? lastModifiedBy = null;
        DateTimeOffset? lastViewed = null;
        bool? writersCanInvite = null;
        AtomListBuilder<FeedLink> feedLinks = default;
        while (atom.NextForeign())
        {
            _ = atom.TakeText("resourceId", Namespaces.GData, ref resourceId)
                || atom.TakePerson("lastModifiedBy", Namespaces.GData, ref lastModifiedBy)
                || atom.TakeTime("lastViewed", Namespaces.GData, ref lastViewed)
                || atom.TakeText("quotaBytesUsed", Namespaces.GData, ref quotaBytesUsed)
                || atom.TakeFlag("writersCanInvite", Namespaces.Documents, ref writersCanInvite)
                || atom.Take(ref feedLinks)
                || atom.Keep();
        }

        return new(atom)
        {
            ResourceId = resourceId is null ? null : ResourceId.TryParse(resourceId, CultureInfo.InvariantCulture, out var id) ? id
                : throw reader.Fault($"'{AtomReading.Short(resourceId)}' names no document; write kind and id, as document:12345."),
            LastModifiedBy = lastModifiedBy,
            LastViewed = lastViewed,
            QuotaBytesUsed = quotaBytesUsed is null ? null : reader.ToNumber(quotaBytesUsed),
            WritersCanInvite = writersCanInvite,
            FeedLinks = feedLinks.ToList(),
        };
    }

    private protected override void WriteElements(ContainerWriter writer)
    {
        writer.Text("gd", "resourceId", Namespaces.GData, ResourceId?.ToString());
        writer.Person("gd", "lastModifiedBy", Namespaces.GData, LastModifiedBy);
        writer.Time("gd", "lastViewed", Namespaces.GData, LastViewed);
        writer.Number("gd", "quotaBytesUsed", Namespaces.GData, QuotaBytesUsed);
        writer.Value("docs", "writersCanInvite", Namespaces.Documents, WritersCanInvite);
        writer.All(FeedLinks);
    }
}
