using System.Xml;

namespace ValetKey.GData.Atom;

/// <summary>What an <see cref="ExtensionElement"/> holds: text or another element.</summary>
public abstract record ExtensionNode
{
    private protected ExtensionNode() { }

    internal abstract void Write(XmlWriter writer);
}
