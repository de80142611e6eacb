using System.Xml;
using ValetKey.GData.Atom;

namespace ValetKey.GData.Provisioning;

/// <summary><c>apps:quota</c>: how much mail a user may keep.</summary>
/// <param name="Limit">In megabytes.</param>
public sealed record Quota(long? Limit) : IAtomElement<Quota>
{
    static string IAtomElement<Quota>.ElementName => "quota";

    static string IAtomElement<Quota>.ElementNamespace => Namespaces.Apps;

    /// <summary>What else the element held.</summary>
    public Extensions Extensions { get; init; } = Extensions.None;

    /// <inheritdoc/>
    public static Quota Read(XmlReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new(reader.Number("limit")) { Extensions = Extensions.ReadRest(reader, "limit") };
    }

    /// <inheritdoc/>
    public void Write(XmlWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartElement("apps", "quota", Namespaces.Apps);
        writer.WriteOptional("limit", Limit);
        Extensions.WriteAttributes(writer);
        Extensions.WriteElements(writer);
        writer.WriteEndElement();
    }
}
