using System.Xml;
using ValetKey.GData.Protocol;

namespace ValetKey.GData.Atom;

/// <summary>Reads a feed or entry in one pass: takes Atom's own elements, stops at every other one, and keeps what nobody takes.</summary>
internal sealed class ContainerReader
{
    private static readonly XmlName ETagName = new("etag", Namespaces.GData);

    private readonly XmlReader _reader;
    private readonly bool _isFeed;
    private readonly bool _inside;
    private int _children;
    private int? _totalResults;
    private int? _startIndex;
    private int? _itemsPerPage;

    public ContainerReader(XmlReader reader, bool isFeed)
    {
        _reader = reader;
        _isFeed = isFeed;
        ExtensionAttributes = ExtensionAttribute.ReadAll(reader);
        if (ETag.TryParse(reader.GetAttribute(ETagName.LocalName, ETagName.Namespace), null, out var etag))
        {
            ETag = etag;
            ExtensionAttributes = [.. ExtensionAttributes.Where(a => a.Name != ETagName)];
        }

        reader.CheckLimits();
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
    public AtomListBuilder<ExtensionElement> ExtensionElements;
    public AtomListBuilder<Annotation> Annotations;
    public AtomList<ExtensionAttribute> ExtensionAttributes { get; }
    public FeedPage Page => new(_totalResults, _startIndex, _itemsPerPage);

    /// <summary>Reads on to the next element that is not Atom's own. False: the container is read, and the reader is on its end tag.</summary>
    public bool NextForeign()
    {
        while (_inside && _reader.MoveToChild())
        {
            if (_isFeed && _reader.Is("entry", Namespaces.Atom))
            {
                return true;
            }

            _reader.CountChild(ref _children);
            if (!TakeOwn())
            {
                return true;
            }
        }

        return false;
    }

    public bool Take<T>(ref T? slot) where T : class, IAtomElement<T>
    {
        if (!_reader.Is(T.ElementName, T.ElementNamespace))
        {
            return false;
        }

        RefuseSecond(slot);
        slot = T.Read(_reader);
        return true;
    }

    public bool Take<T>(ref AtomListBuilder<T> list) where T : IAtomElement<T>
    {
        if (!_reader.Is(T.ElementName, T.ElementNamespace))
        {
            return false;
        }

        list.Add(T.Read(_reader));
        return true;
    }

    public bool TakePerson(string name, string ns, ref Person? slot)
    {
        if (!_reader.Is(name, ns))
        {
            return false;
        }

        RefuseSecond(slot);
        slot = Person.Read(_reader);
        return true;
    }

    /// <summary>An element known by its text.</summary>
    public bool TakeText(string name, string ns, ref string? slot)
    {
        if (!_reader.Is(name, ns))
        {
            return false;
        }

        RefuseSecond(slot);
        Annotate(Extensions.Of(ExtensionAttribute.ReadAll(_reader), []));
        slot = _reader.ReadText();
        return true;
    }

    /// <summary>An element known by its attribute <c>value</c>.</summary>
    public bool TakeValue(string name, string ns, ref string? slot)
    {
        if (!_reader.Is(name, ns))
        {
            return false;
        }

        RefuseSecond(slot);
        slot = _reader.Required("value");
        var element = Here();
        Annotate(element, Extensions.ReadRest(_reader, "value"));
        return true;
    }

    public bool TakeFlag(string name, string ns, ref bool? slot)
    {
        string? text = null;
        var isHere = _reader.Is(name, ns);
        if (isHere)
        {
            RefuseSecond(slot);
            slot = _reader.Flag("value");
            TakeValue(name, ns, ref text);
        }

        return isHere;
    }

    public bool TakeNumber(string name, string ns, ref long? slot)
    {
        string? text = null;
        var isHere = _reader.Is(name, ns);
        if (isHere)
        {
            RefuseSecond(slot);
            slot = _reader.Number("value");
            TakeValue(name, ns, ref text);
        }

        return isHere;
    }

    /// <summary>A time. One that cannot be read is kept as it is, since what the other side made of it may be worth more than a refusal.</summary>
    public bool TakeTime(string name, string ns, ref DateTimeOffset? slot)
    {
        string? text = null;
        if (!_reader.Is(name, ns))
        {
            return false;
        }

        RefuseSecond(slot);
        var element = Here();
        TakeText(name, ns, ref text);
        if (AtomTime.TryParse(text, out var time))
        {
            slot = time;
        }
        else
        {
            ExtensionElements.Add(new(element) { Nodes = [new ExtensionText(text!)] });
        }

        return true;
    }

    /// <summary>Keeps an element that nobody knows.</summary>
    public bool Keep()
    {
        ExtensionElements.Add(ExtensionElement.Read(_reader));
        return true;
    }

    private bool TakeOwn()
    {
        var ns = _reader.NamespaceURI;
        if (ns == Namespaces.Atom)
        {
            return TakeAtom();
        }

        return _isFeed
            ? (ns == Namespaces.OpenSearch11 || ns == Namespaces.OpenSearch10) && TakeOpenSearch()
            : (ns == Namespaces.App || ns == Namespaces.AppDraft) && TakeTime("edited", ns, ref Edited);
    }

    private bool TakeAtom() => _reader.LocalName switch
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
        slot = Text.Read(_reader);
        return true;
    }

    private bool TakeAuthor()
    {
        Authors.Add(Person.Read(_reader));
        return true;
    }

    private bool TakeOpenSearch()
    {
        ref var slot = ref _reader.LocalName == "totalResults" ? ref _totalResults : ref _reader.LocalName == "startIndex" ? ref _startIndex : ref _itemsPerPage;
        if (_reader.LocalName is not ("totalResults" or "startIndex" or "itemsPerPage"))
        {
            return false;
        }

        RefuseSecond(slot);
        string? text = null;
        var (name, ns) = (_reader.LocalName, _reader.NamespaceURI);
        TakeText(name, ns, ref text);
        slot = (int)Math.Clamp(_reader.ToNumber(text!), 0, int.MaxValue);
        return true;
    }

    private XmlName Here() => new(_reader.LocalName, _reader.NamespaceURI, _reader.Prefix);

    private void Annotate(Extensions extensions)
    {
        if (extensions != Extensions.None)
        {
            Annotate(Here(), extensions);
        }
    }

    private void Annotate(XmlName element, Extensions extensions)
    {
        if (!ReferenceEquals(extensions, Extensions.None))
        {
            Annotations.Add(new(element with { Namespace = Namespaces.OfAnyVersion(element.Namespace) }, extensions));
        }
    }

    // Two of what there is one of: which counts must not depend on who reads, so neither does.
    private void RefuseSecond<T>(T? slot)
    {
        if (slot is not null)
        {
            throw _reader.Fault($"<{_reader.Name}> stands twice where one is allowed.");
        }
    }
}
