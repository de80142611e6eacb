namespace ValetKey.GData.Atom;

/// <summary>Makes an <see cref="AtomList{T}"/> of a collection expression.</summary>
public static class AtomList
{
    /// <summary>A list of a copy of these items.</summary>
    public static AtomList<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? AtomList<T>.Empty : new(items.ToArray(), items.Length);
}
