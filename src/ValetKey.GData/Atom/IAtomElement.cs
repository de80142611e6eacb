using System.Xml;

namespace ValetKey.GData.Atom;

/// <summary>An element that reads and writes itself, in one file, so that the two cannot drift.</summary>
public interface IAtomElement<TSelf> where TSelf : IAtomElement<TSelf>
{
    /// <summary>The element's name, without prefix.</summary>
    static abstract string ElementName { get; }

    /// <summary>The element's namespace, one of <see cref="Namespaces"/>.</summary>
    static abstract string ElementNamespace { get; }

    /// <summary>Reads the element that the reader stands on, and leaves the reader behind its end.</summary>
    /// <exception cref="AtomException">The element is not what its API defines, or exceeds <see cref="AtomLimits"/>.</exception>
    static abstract TSelf Read(XmlReader reader);

    /// <summary>Writes the element in the one form that we write, with everything that was read and not understood.</summary>
    void Write(XmlWriter writer);
}
