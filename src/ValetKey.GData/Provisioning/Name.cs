using System.Xml;
using ValetKey.GData.Atom;

namespace ValetKey.GData.Provisioning;

/// <summary><c>apps:name</c>: what a person is called. What was not said is <c>null</c>; in an update it stays as it is.</summary>
/// <param name="GivenName">At most 40 characters.</param>
/// <param name="FamilyName">At most 40 characters.</param>
public sealed record Name(string? GivenName, string? FamilyName) : IAtomElement<Name>
{
    /// <summary>Nothing was said.</summary>
    public static Name Unsaid { get; } = new(null, null);

    static string IAtomElement<Name>.ElementName => "name";

    static string IAtomElement<Name>.ElementNamespace => Namespaces.Apps;

    /// <summary>What else the element held.</summary>
    public Extensions Extensions { get; init; } = Extensions.None;

    /// <summary>Given name, then family name.</summary>
    public override string ToString() => $"{GivenName} {FamilyName}".Trim();

    /// <inheritdoc/>
    public static Name Read(XmlReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new(reader.GetAttribute("givenName"), reader.GetAttribute("familyName"))
        {
            Extensions = Extensions.ReadRest(reader, "givenName", "familyName"),
        };
    }

    /// <inheritdoc/>
    public void Write(XmlWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartElement("apps", "name", Namespaces.Apps);
        writer.WriteOptional("familyName", FamilyName);
        writer.WriteOptional("givenName", GivenName);
        Extensions.WriteAttributes(writer);
        Extensions.WriteElements(writer);
        writer.WriteEndElement();
    }
}
