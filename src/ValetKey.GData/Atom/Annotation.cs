namespace ValetKey.GData.Atom;

/// <summary>What a simple element of a feed or entry, known by its value alone, held beyond that value.</summary>
internal sealed record Annotation(XmlName Element, Extensions Extensions);
