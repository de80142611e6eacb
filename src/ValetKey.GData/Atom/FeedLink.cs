using System.Xml;

namespace ValetKey.GData.Atom;

/// <summary><c>gd:feedLink</c>: a feed that belongs to an entry, such as its access control list.</summary>
/// <param name="Rel">What the feed holds; <c>null</c> where the parent leaves no doubt.</param>
/// <param name="Href">Where it is; <c>null</c> when the feed stands inside, among the <see cref="Extensions"/>.</param>
public sealed record FeedLink(string? Rel, string? Href) : IAtomElement<FeedLink>
{
    static string IAtomElement<FeedLink>.ElementName => "feedLink";

    static string IAtomElement<FeedLink>.ElementNamespace => Namespaces.GData;

    /// <summary>About how many entries it has.</summary>
    public long? CountHint { get; init; }

    /// <summary>Whether it cannot be changed.</summary>
    public bool? ReadOnly { get; init; }

    /// <summary>What else the element held.</summary>
    public Extensions Extensions { get; init; } = Extensions.None;

    /// <inheritdoc/>
    public static FeedLink Read(XmlReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new(reader.GetAttribute("rel"), reader.GetAttribute("href"))
        {
            CountHint = reader.Number("countHint"),
            ReadOnly = reader.Flag("readOnly"),
            Extensions = Extensions.ReadRest(reader, "rel", "href", "countHint", "readOnly"),
        };
    }

    /// <inheritdoc/>
    public void Write(XmlWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartElement("gd", "feedLink", Namespaces.GData);
        writer.WriteOptional("rel", Rel);
        writer.WriteOptional("href", Href);
        writer.WriteOptional("countHint", CountHint);
        writer.WriteOptional("readOnly", ReadOnly);
        Extensions.WriteAttributes(writer);
        Extensions.WriteElements(writer);
        writer.WriteEndElement();
    }
}
