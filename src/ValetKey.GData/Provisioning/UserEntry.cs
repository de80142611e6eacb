using System.Xml;
using ValetKey.GData.Atom;

namespace ValetKey.GData.Provisioning;

/// <summary>A user of a domain (Provisioning API 2.0). What the server did not say is <c>null</c>.</summary>
public sealed record UserEntry : Entry, IAtomEntry<UserEntry>
{
    /// <summary>The relation of the <see cref="FeedLinks"/> to the user's nicknames.</summary>
    public const string NicknamesRelation = Namespaces.Apps + "#user.nicknames";

    /// <summary>The relation of the <see cref="FeedLinks"/> to the user's e-mail lists.</summary>
    public const string EmailListsRelation = Namespaces.Apps + "#user.emailLists";

    /// <summary>A user who says nothing yet.</summary>
    public UserEntry() { }

    private UserEntry(ContainerReader atom) : base(atom) { }

    /// <summary>The category that a user's entry carries.</summary>
    public static Category Kind { get; } = Category.OfKind(Namespaces.Apps + "#user");

    static IReadOnlyList<NamespacePrefix> IAtomEntry<UserEntry>.Prefixes { get; } = [new("apps", Namespaces.Apps)];

    /// <summary>How the user signs in.</summary>
    public Login Login { get; init; } = Login.Unsaid;

    /// <summary>What the user is called.</summary>
    public Name Name { get; init; } = Name.Unsaid;

    /// <summary>How much mail the user may keep.</summary>
    public Quota? Quota { get; init; }

    /// <summary>The feeds of the user's nicknames and e-mail lists.</summary>
    public AtomList<FeedLink> FeedLinks { get; init; } = [];

    /// <summary>The user name.</summary>
    public override string ToString() => Login.UserName ?? base.ToString();

    /// <inheritdoc/>
    public static UserEntry Read(XmlReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var atom = new ContainerReader(reader, isFeed: false);
        (Login? login, Name? name, Quota? quota, AtomListBuilder<FeedLink> feedLinks) = (null, null, null, default);
        while (atom.NextForeign())
        {
            _ = atom.Take(ref login) || atom.Take(ref name) || atom.Take(ref quota) || atom.Take(ref feedLinks) || atom.Keep();
        }

        return new(atom) { Login = login ?? Login.Unsaid, Name = name ?? Name.Unsaid, Quota = quota, FeedLinks = feedLinks.ToList() };
    }

    private protected override void WriteElements(ContainerWriter writer)
    {
        writer.Element(Login, unless: Login.Unsaid);
        writer.Element(Name, unless: Name.Unsaid);
        writer.Element(Quota);
        writer.All(FeedLinks);
    }
}
