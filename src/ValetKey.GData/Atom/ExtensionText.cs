using System.Xml;

namespace ValetKey.GData.Atom;

/// <summary>Text inside an <see cref="ExtensionElement"/>.</summary>
/// <param name="Value">After XML's own unescaping.</param>
public sealed record ExtensionText(string Value) : ExtensionNode
{
    internal override void Write(XmlWriter writer) => writer.WriteString(Value);
}
