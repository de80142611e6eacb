using System.Xml;

namespace ValetKey.GData.Atom;

/// <summary>Takes the child elements of a feed or entry one by one, each by its name and namespace, and keeps what nobody takes. A method that takes the element answers true and leaves the reader behind it.</summary>
internal abstract class ElementCollector(XmlReader reader)
{
    public AtomListBuilder<ExtensionElement> ExtensionElements;
    public AtomListBuilder<Annotation> Annotations;

    protected XmlReader Reader => reader;

    public bool Take<T>(ref T? slot) where T : class, IAtomElement<T>
    {
        if (!Reader.Is(T.ElementName, T.ElementNamespace))
        {
            return false;
        }

        RefuseSecond(slot);
        slot = T.Read(Reader);
        return true;
    }

    public bool Take<T>(ref AtomListBuilder<T> list) where T : IAtomElement<T>
    {
        if (!Reader.Is(T.ElementName, T.ElementNamespace))
        {
            return false;
        }

        list.Add(T.Read(Reader));
        return true;
    }

    public bool TakePerson(string name, string ns, ref Person? slot)
    {
        if (!Reader.Is(name, ns))
        {
            return false;
        }

        RefuseSecond(slot);
        slot = Person.Read(Reader);
        return true;
    }

    /// <summary>An element known by its text.</summary>
    public bool TakeText(string name, string ns, ref string? slot)
    {
        if (!Reader.Is(name, ns))
        {
            return false;
        }

        RefuseSecond(slot);
        Annotate(Extensions.Of(ExtensionAttribute.ReadAll(Reader), []));
        slot = Reader.ReadText();
        return true;
    }

    /// <summary>An element known by its attribute <c>value</c>.</summary>
    public bool TakeValue(string name, string ns, ref string? slot)
    {
        if (!Reader.Is(name, ns))
        {
            return false;
        }

        RefuseSecond(slot);
        slot = Reader.Required("value");
        var element = Here();
        Annotate(element, Extensions.ReadRest(Reader, "value"));
        return true;
    }

    public bool TakeFlag(string name, string ns, ref bool? slot)
    {
        string? text = null;
        var isHere = Reader.Is(name, ns);
        if (isHere)
        {
            RefuseSecond(slot);
            slot = Reader.Flag("value");
            TakeValue(name, ns, ref text);
        }

        return isHere;
    }

    public bool TakeNumber(string name, string ns, ref long? slot)
    {
        string? text = null;
        var isHere = Reader.Is(name, ns);
        if (isHere)
        {
            RefuseSecond(slot);
            slot = Reader.Number("value");
            TakeValue(name, ns, ref text);
        }

        return isHere;
    }

    /// <summary>A time. One that cannot be read is kept as it is, since what the other side made of it may be worth more than a refusal.</summary>
    public bool TakeTime(string name, string ns, ref DateTimeOffset? slot)
    {
        string? text = null;
        if (!Reader.Is(name, ns))
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
        ExtensionElements.Add(ExtensionElement.Read(Reader));
        return true;
    }

    private XmlName Here() => new(Reader.LocalName, Reader.NamespaceURI, Reader.Prefix);

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
    protected void RefuseSecond<T>(T? slot)
    {
        if (slot is not null)
        {
            throw Reader.Fault($"<{Reader.Name}> stands twice where one is allowed.");
        }
    }
}
