using System.Xml;

namespace ValetKey.GData.Atom;

/// <summary>A kind of entry: an <see cref="Entry"/> that knows the elements of its API.</summary>
public interface IAtomEntry<TSelf> where TSelf : Entry, IAtomEntry<TSelf>
{
    /// <summary>What a document of such entries declares beside Atom and <c>gd</c>.</summary>
    static abstract IReadOnlyList<NamespacePrefix> Prefixes { get; }

    /// <summary>Reads the <c>atom:entry</c> that the reader stands on, and leaves the reader on its end tag, or where it was when the entry is empty: so an entry is whole even when the document goes wrong behind it.</summary>
    /// <exception cref="AtomException">The entry is not what its API defines, or exceeds <see cref="AtomLimits"/>.</exception>
    static abstract TSelf Read(XmlReader reader);
}
