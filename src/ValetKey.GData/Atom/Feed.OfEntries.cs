namespace ValetKey.GData.Atom;

/// <summary>A page of entries, held as a whole.</summary>
/// <typeparam name="TEntry">What the entries are.</typeparam>
public sealed record Feed<TEntry> : Feed where TEntry : Entry, IAtomEntry<TEntry>
{
    /// <summary>A page without entries.</summary>
    public Feed() { }

    internal Feed(ContainerReader atom, AtomList<TEntry> entries) : base(atom) => Entries = entries;

    /// <summary>The entries of this page, in order.</summary>
    public AtomList<TEntry> Entries { get; init; } = [];

    /// <summary>The title's words; empty without one.</summary>
    public override string ToString() => base.ToString();
}
