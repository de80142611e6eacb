using System.Xml;

namespace ValetKey.GData.Atom;

/// <summary><c>atom:generator</c>: the program that made a feed (RFC 4287 §4.2.4).</summary>
/// <param name="Name">A name for people.</param>
public sealed record Generator(string Name) : IAtomElement<Generator>
{
    static string IAtomElement<Generator>.ElementName => "generator";

    static string IAtomElement<Generator>.ElementNamespace => Namespaces.Atom;

    /// <summary>The program's version.</summary>
    public string? Version { get; init; }

    /// <summary>A page about the program.</summary>
    public string? Uri { get; init; }

    /// <summary>Other attributes.</summary>
    public Extensions Extensions { get; init; } = Extensions.None;

    /// <inheritdoc/>
    public static Generator Read(XmlReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var (version, uri) = (reader.GetAttribute("version"), reader.GetAttribute("uri"));
        var attributes = Extensions.Of(ExtensionAttribute.ReadAll(reader, "version", "uri"), []);
        return new(reader.ReadText().Trim()) { Version = version, Uri = uri, Extensions = attributes };
    }

    /// <inheritdoc/>
    public void Write(XmlWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartElement("", "generator", Namespaces.Atom);
        writer.WriteOptional("version", Version);
        writer.WriteOptional("uri", Uri);
        Extensions.WriteAttributes(writer);
        writer.WriteString(Name);
        writer.WriteEndElement();
    }
}
