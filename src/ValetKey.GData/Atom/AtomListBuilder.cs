namespace ValetKey.GData.Atom;

/// <summary>Collects items while an element is read; the list takes the array over without a copy.</summary>
internal struct AtomListBuilder<T>
{
    private T[]? _items;
    private int _count;

    public void Add(T item)
    {
        if (_items is null)
        {
            _items = new T[4];
        }
        else if (_items.Length == _count)
        {
            Array.Resize(ref _items, 2 * _count);
        }

        _items[_count++] = item;
    }

    public readonly AtomList<T> ToList() => _items is null ? AtomList<T>.Empty : new(_items, _count);
}
