using CsCheck;
using ValetKey.GData.Atom;
using ValetKey.GData.Calendar;
using ValetKey.GData.Documents;
using ValetKey.GData.Protocol;
using ValetKey.GData.Provisioning;
using ValetKey.OAuth;

namespace ValetKey.GData.Tests;

/// <summary>Generators of what feeds can hold.</summary>
internal static class Any
{
    private static readonly string[] Tricky =
        ["]]>", "-->", "<b>&amp;", "\r\n", "\r", "\t\n", "\u2028", "\u0085", "e\u0301", "\uFFFD", "\U0001F511", "\"'", "\u00A0", "{0}", "$t"];

    private static readonly Gen<string> Piece = Gen.OneOf(
        Gen.String[Gen.Char[' ', '~'], 0, 12], OneOf(Tricky), Gen.Char['\u00A1', '\uD7FF'].Select(c => c.ToString()));

    /// <summary>Any text that XML can hold.</summary>
    public static Gen<string> Text { get; } = Piece.Array[0, 4].Select(string.Concat);

    /// <summary>Text with something in it, at both ends too.</summary>
    public static Gen<string> Word { get; } = Text.Select(t => $"x{t}y");

    /// <summary>Milliseconds are all that is written.</summary>
    public static Gen<DateTimeOffset> Time { get; } = Gen.Select(Gen.Long[0, 4_000_000_000_000], Gen.Int[-56, 56],
        (milliseconds, quarters) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToOffset(TimeSpan.FromMinutes(15 * quarters)));

    public static Gen<ETag> Tag { get; } = Gen.Select(Gen.String[Gen.OneOf(Gen.Char['#', '~'], Gen.Char['\u00A1', '\u00FF']), 0, 12], Gen.Bool,
        (opaque, isWeak) => isWeak ? ETag.Weak(opaque) : ETag.Strong(opaque));

    // Prefixes that are missing, taken or misleading must not change what is said.
    private static readonly Gen<XmlName> UnknownName = Gen.Select(OneOf("alpha", "beta", "entry", "login", "title"),
        OneOf("urn:one", "urn:two", "http://base.google.com/ns/1.0"), OneOf("", "g", "gd", "apps", "openSearch"),
        (name, ns, prefix) => new XmlName(name, ns, prefix));

    private static readonly Gen<ExtensionAttribute> UnknownAttribute = Gen.Select(
        Gen.OneOf(UnknownName, OneOf(new XmlName("lang", Namespaces.Xml, "xml"), new XmlName("base", Namespaces.Xml, "xml"))), Text,
        (name, value) => new ExtensionAttribute(name, value));

    private static readonly Gen<AtomList<ExtensionAttribute>> UnknownAttributes = UnknownAttribute.Array[0, 2]
        .Select(all => (AtomList<ExtensionAttribute>)[.. all.DistinctBy(a => a.Name)]);

    private static readonly Gen<ExtensionElement> UnknownElement = Elements(depth: 3);

    private static readonly Gen<Extensions> Beyond = Gen.Select(UnknownAttributes, UnknownElement.Array[0, 2],
        (attributes, elements) => new Extensions { Attributes = attributes, Elements = [.. elements] });

    private static readonly Gen<Extensions> BeyondAttributes = UnknownAttributes.Select(attributes => new Extensions { Attributes = attributes });

    private static readonly Gen<Text> Words = Gen.OneOf(
        Gen.Select(Text, OneOf("text", "html"), BeyondAttributes, (value, type, beyond) => new Text(value) { Type = type, Extensions = beyond }),
        Gen.Select(Markup(), BeyondAttributes, (div, beyond) => new Text(div.Text) { Type = "xhtml", Markup = div, Extensions = beyond }));

    private static readonly Gen<Content> Contents = Gen.OneOf(
        Gen.Select(Maybe(OneOf("text", "html")), Text, BeyondAttributes, (type, value, beyond) => new Content { Type = type, Value = value, Extensions = beyond }),
        Gen.Select(Word, BeyondAttributes, (source, beyond) => new Content { Type = "image/png", Source = source, Extensions = beyond }),
        Gen.Select(UnknownElement, BeyondAttributes, (inner, beyond) => new Content { Type = "application/xml", Markup = inner, Value = inner.Text, Extensions = beyond }));

    private static readonly Gen<Link> Links = Gen.Select(Maybe(Word), Word, Maybe(Text), Maybe(Text), MaybeValue(Gen.Long[0, long.MaxValue]), Beyond,
        (rel, href, type, title, length, beyond) => new Link(rel, href) { Type = type, Title = title, Length = length, Language = title, Extensions = beyond });

    private static readonly Gen<Category> Categories = Gen.Select(Text, Maybe(Text), Maybe(Text), Beyond,
        (term, scheme, label, beyond) => new Category(term, scheme, label) { Extensions = beyond });

    private static readonly Gen<Person> People = Gen.Select(Maybe(Text), Maybe(Word), Maybe(Word), Beyond,
        (name, email, uri, beyond) => new Person { Name = name, Email = email, Uri = uri, Extensions = beyond });

    private static readonly Gen<FeedLink> FeedLinks = Gen.Select(Maybe(Text), Maybe(Text), MaybeValue(Gen.Long), MaybeValue(Gen.Bool), Beyond,
        (rel, href, count, readOnly, beyond) => new FeedLink(rel, href) { CountHint = count, ReadOnly = readOnly, Extensions = beyond });

    public static Gen<Entry> Entry { get; } = Gen.Select(
        Gen.Select(Maybe(Word), Maybe(Tag), MaybeValue(Time), MaybeValue(Time), MaybeValue(Time)),
        Gen.Select(Maybe(Words), Maybe(Words), Maybe(Contents)),
        Gen.Select(Categories.Array[0, 3], Links.Array[0, 3], People.Array[0, 2]),
        Gen.Select(UnknownElement.Array[0, 3], UnknownAttributes),
        (named, texts, lists, beyond) => new Entry
        {
            Id = named.Item1, ETag = named.Item2, Published = named.Item3, Updated = named.Item4, Edited = named.Item5,
            Title = texts.Item1, Summary = texts.Item2, Content = texts.Item3,
            Categories = [.. lists.Item1], Links = [.. lists.Item2], Authors = [.. lists.Item3],
            ExtensionElements = [.. beyond.Item1], ExtensionAttributes = beyond.Item2,
        });

    public static Gen<UserEntry> User { get; } = Gen.Select(
        Entry, Gen.Select(Maybe(Text), Maybe(Text), MaybeValue(Gen.Bool), MaybeValue(Gen.Bool), MaybeValue(Gen.Bool), Beyond),
        Gen.Select(Maybe(Text), Maybe(Text), Beyond), MaybeValue(Gen.Long), FeedLinks.Array[0, 2],
        (entry, login, name, quota, feedLinks) => new UserEntry
        {
            Login = new(login.Item1)
            {
                Password = login.Item2 is null ? null : new Secret(login.Item2), Suspended = login.Item3, Admin = login.Item4, AgreedToTerms = login.Item5,
                ChangePasswordAtNextLogin = login.Item3, IpWhitelisted = login.Item4, HashFunctionName = login.Item1, Extensions = login.Item6,
            },
            Name = new(name.Item1, name.Item2) { Extensions = name.Item3 },
            Quota = quota is null ? null : new(quota), FeedLinks = [.. feedLinks],
            Id = entry.Id, Title = entry.Title, ETag = entry.ETag, ExtensionElements = entry.ExtensionElements,
        });

    public static Gen<CalendarEntry> Calendar { get; } = Gen.Select(
        Maybe(Text), Maybe(Text), MaybeValue(Gen.Bool), MaybeValue(Gen.Bool), MaybeValue(Gen.Long), Gen.Select(Maybe(Text), Beyond).Array[0, 2],
        (text, color, hidden, selected, cleaned, where) => new CalendarEntry
        {
            AccessLevel = text, TimeZone = text, Color = color, Hidden = hidden, Selected = selected, TimesCleaned = cleaned,
            Where = [.. where.Select(w => new Where(w.Item1) { Label = text, Rel = color, Extensions = w.Item2 })],
        });

    public static Gen<DocumentEntry> Document { get; } = Gen.Select(
        Gen.String[Gen.Char['a', 'z'], 1, 8], Maybe(People), MaybeValue(Time), MaybeValue(Gen.Long), MaybeValue(Gen.Bool), FeedLinks.Array[0, 2],
        (id, person, viewed, bytes, canInvite, feedLinks) => new DocumentEntry
        {
            ResourceId = ResourceId.Of("document", id), LastModifiedBy = person, LastViewed = viewed, QuotaBytesUsed = bytes,
            WritersCanInvite = canInvite, FeedLinks = [.. feedLinks],
        });

    public static Gen<Feed<Entry>> Feed { get; } = Gen.Select(
        Entry, Maybe(Words), MaybeValue(Gen.Select(Word, Maybe(Text), BeyondAttributes)), Gen.Select(MaybeValue(Gen.Int[0, int.MaxValue]), MaybeValue(Gen.Int[0, 9]), MaybeValue(Gen.Int[0, 9])), Entry.Array[0, 4],
        (like, subtitle, generator, page, entries) => new Feed<Entry>
        {
            Id = like.Id, ETag = like.ETag, Updated = like.Updated, Title = like.Title, Subtitle = subtitle, Categories = like.Categories, Links = like.Links,
            Authors = like.Authors, ExtensionElements = like.ExtensionElements, ExtensionAttributes = like.ExtensionAttributes,
            Generator = generator is { } g ? new(g.Item1) { Version = g.Item2, Uri = g.Item2, Extensions = g.Item3 } : null,
            Page = new(page.Item1, page.Item2, page.Item3), Entries = [.. entries],
        });

    private static Gen<T?> Maybe<T>(Gen<T> some) where T : class => Gen.OneOf(some.Select(x => (T?)x), Gen.Const(default(T)));

    private static Gen<T> OneOf<T>(params T[] all) => Gen.Int[0, all.Length - 1].Select(i => all[i]);

    private static Gen<T?> MaybeValue<T>(Gen<T> some) where T : struct => Gen.OneOf(some.Select(x => (T?)x), Gen.Const(default(T?)));

    // Either one text or elements: white space between elements is layout and goes.
    private static Gen<ExtensionElement> Elements(int depth)
    {
        var text = Text.Select(t => t.Length == 0 ? (AtomList<ExtensionNode>)[] : [new ExtensionText(t)]);
        var nodes = depth == 0 ? text : Gen.OneOf(text, Elements(depth - 1).Array[1, 3].Select(inner => (AtomList<ExtensionNode>)[.. inner]));
        return Gen.Select(UnknownName, UnknownAttributes, nodes, (name, attributes, inner) => new ExtensionElement(name) { Attributes = attributes, Nodes = inner });
    }

    private static Gen<ExtensionElement> Markup() => Gen.Select(Word, Word, (before, bold) =>
        new ExtensionElement(new("div", Namespaces.Xhtml)) { Nodes = [new ExtensionText(before), Bold(bold), new ExtensionText(" "), Bold(before)] });

    private static ExtensionElement Bold(string text) => new(new("b", Namespaces.Xhtml)) { Nodes = [new ExtensionText(text)] };
}
