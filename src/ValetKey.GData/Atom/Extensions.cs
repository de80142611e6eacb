using System.Xml;

namespace ValetKey.GData.Atom;

/// <summary>What an element held beyond what its API defines: kept, so that reading and writing lose nothing.</summary>
public sealed record Extensions
{
    /// <summary>Nothing beyond.</summary>
    public static Extensions None { get; } = new();

    /// <summary>Unknown attributes, in order.</summary>
    public AtomList<ExtensionAttribute> Attributes { get; init; } = [];

    /// <summary>Unknown child elements, in order.</summary>
    public AtomList<ExtensionElement> Elements { get; init; } = [];

    /// <summary>Reads the rest of the element that the reader stands on: all attributes but these, all children; and leaves the reader behind its end.</summary>
    internal static Extensions ReadRest(XmlReader reader, params ReadOnlySpan<string> knownAttributes)
    {
        var attributes = ExtensionAttribute.ReadAll(reader, knownAttributes);
        var elements = new AtomListBuilder<ExtensionElement>();
        var children = 0;
        for (var inside = reader.Enter(); inside && reader.NextChild();)
        {
            reader.CountChild(ref children);
            elements.Add(ExtensionElement.Read(reader));
        }

        return Of(attributes, elements.ToList());
    }

    internal static Extensions Of(AtomList<ExtensionAttribute> attributes, AtomList<ExtensionElement> elements) =>
        attributes.Count == 0 && elements.Count == 0 ? None : new() { Attributes = attributes, Elements = elements };

    internal void WriteAttributes(XmlWriter writer)
    {
        foreach (var attribute in Attributes.AsSpan())
        {
            attribute.Write(writer);
        }
    }

    internal void WriteElements(XmlWriter writer)
    {
        foreach (var element in Elements.AsSpan())
        {
            element.Write(writer);
        }
    }
}
