using System.Xml;
using ValetKey.GData.Protocol;

namespace ValetKey.GData.Atom;

/// <summary>Reads a feed or entry in one pass: takes Atom's own elements, stops at every other one, and keeps what nobody takes.</summary>
internal sealed class ContainerReader : ElementCollector
{
    private static readonly XmlName ETagName = new("etag", Namespaces.GData);

    private readonly bool _isFeed;
    private readonly bool _inside;
    private int _children;
    private int? _totalResults;
    private int? _startIndex;
    private int? _itemsPerPage;

    public ContainerReader(XmlReader reader, bool isFeed) : base(reader)
    {
        _isFeed = isFeed;
        ExtensionAttributes = ExtensionAttribute.ReadAll(reader);
        if (ETag.TryParse(reader.GetAttribute(ETagName.LocalName, ETagName.Namespace), null, out var etag))
        {
            ETag = etag;
            ExtensionAttributes = [.. ExtensionAttributes.Where(a => a.Name != ETagName)];
        }

        _inside = !reader.IsEmptyElement && reader.Read();
    }

    public string? Id;
    public ETag? ETag;
    public DateTimeOffset? Published;
    public DateTimeOffset? Updated;
    public DateTimeOffset? Edited;
    public Text? Title;
    public Text? Subtitle;
    public Text? Summary;
    public Content? Content;
    public Generator? Generator;
    public AtomListBuilder<Category> Categories;
    public AtomListBuilder<Link> Links;
    public AtomListBuilder<Person> Authors;
    public AtomList<ExtensionAttribute> ExtensionAttributes { get; }
    public FeedPage Page => new(_totalResults, _startIndex, _itemsPerPage);

    /// <summary>Reads on to the next element that is not Atom's own. False: the container is read, and the reader is on its end tag.</summary>
    public bool NextForeign()
    {
        while (_inside && Reader.MoveToChild())
        {
            if (_isFeed && Reader.Is("entry", Namespaces.Atom))
            {
                return true;
            }

            Reader.CountChild(ref _children);
            if (!TakeOwn())
            {
                return true;
            }
        }

        return false;
    }

    private bool TakeOwn()
    {
        var ns = Reader.NamespaceURI;
        if (ns == Namespaces.Atom)
        {
            return TakeAtom();
        }

        return _isFeed
            ? (ns == Namespaces.OpenSearch11 || ns == Namespaces.OpenSearch10) && TakeOpenSearch()
            : (ns == Namespaces.App || ns == Namespaces.AppDraft) && TakeTime("edited", ns, ref Edited);
    }

    private bool TakeAtom() => Reader.LocalName switch
    {
        "id" => TakeText("id", Namespaces.Atom, ref Id) && (Id = Id!.Trim()) is not null,
        "updated" => TakeTime("updated", Namespaces.Atom, ref Updated),
        "category" => Take(ref Categories),
        "title" => TakeWords(ref Title),
        "link" => Take(ref Links),
        "author" => TakeAuthor(),
        "published" when !_isFeed => TakeTime("published", Namespaces.Atom, ref Published),
        "summary" when !_isFeed => TakeWords(ref Summary),
        "content" when !_isFeed => Take(ref Content),
        "subtitle" when _isFeed => TakeWords(ref Subtitle),
        "generator" when _isFeed => Take(ref Generator),
        _ => false,
    };

    private bool TakeWords(ref Text? slot)
    {
        RefuseSecond(slot);
        slot = Text.Read(Reader);
        return true;
    }

    private bool TakeAuthor()
    {
        Authors.Add(Person.Read(Reader));
        return true;
    }

    private bool TakeOpenSearch()
    {
        ref var slot = ref Reader.LocalName == "totalResults" ? ref _totalResults : ref Reader.LocalName == "startIndex" ? ref _startIndex : ref _itemsPerPage;
        if (Reader.LocalName is not ("totalResults" or "startIndex" or "itemsPerPage"))
        {
            return false;
        }

        RefuseSecond(slot);
        string? text = null;
        var (name, ns) = (Reader.LocalName, Reader.NamespaceURI);
        TakeText(name, ns, ref text);
        slot = (int)Math.Clamp(Reader.ToNumber(text!), 0, int.MaxValue);
        return true;
    }
}
