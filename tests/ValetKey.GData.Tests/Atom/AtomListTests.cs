using ValetKey.GData.Atom;

namespace ValetKey.GData.Tests.Atom;

public sealed class AtomListTests
{
    [Fact]
    public void Equals_another_with_equal_items_in_the_same_order()
    {
        AtomList<int> list = [1, 2, 3];
        Assert.Equal(list, [1, 2, 3]);
        Assert.Equal(list.GetHashCode(), ((AtomList<int>)[1, 2, 3]).GetHashCode());
        Assert.NotEqual(list, (AtomList<int>)[3, 2, 1]);
        Assert.NotEqual(list, (AtomList<int>)[1, 2]);
    }

    [Fact]
    public void Makes_equal_entries_of_equal_parts() => Assert.Equal(
        new Entry { Title = "a", Links = [new("self", "x")] },
        new Entry { Title = "a", Links = [new("self", "x")] });

    [Fact]
    public void Does_not_change_when_an_item_is_added()
    {
        AtomList<int> list = [1];
        Assert.Equal([1, 2], list.Add(2));
        Assert.Equal([1], list);
    }

    [Fact]
    public void Refuses_an_index_outside() => Assert.Throws<ArgumentOutOfRangeException>(() => ((AtomList<int>)[1])[1]);
}
