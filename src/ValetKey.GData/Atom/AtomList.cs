using System.Collections;
using System.Runtime.CompilerServices;

namespace ValetKey.GData.Atom;

/// <summary>An immutable list that equals another one with equal items in the same order, so that the records holding it compare by what they say.</summary>
[CollectionBuilder(typeof(AtomList), nameof(AtomList.Create))]
public sealed class AtomList<T> : IReadOnlyList<T>, IEquatable<AtomList<T>>
{
    private readonly T[] _items;

    internal AtomList(T[] items, int count) => (_items, Count) = (items, count);

    internal static AtomList<T> Empty { get; } = new([], 0);

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    public T this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return _items[index];
        }
    }

    /// <summary>The list with one more item at its end.</summary>
    public AtomList<T> Add(T item) => [.. this, item];

    /// <inheritdoc/>
    public bool Equals(AtomList<T>? other) => other is not null && AsSpan().SequenceEqual(other.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AtomList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in AsSpan())
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <summary>The items, in order.</summary>
    public override string ToString() => $"[{string.Join(", ", this)}]";

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return _items[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal ReadOnlySpan<T> AsSpan() => _items.AsSpan(0, Count);
}
