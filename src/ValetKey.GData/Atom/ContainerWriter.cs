using System.Globalization;
using System.Xml;
using ValetKey.GData.Protocol;

namespace ValetKey.GData.Atom;

/// <summary>Writes a feed or entry: the counterpart of <see cref="ContainerReader"/>. What is <c>null</c> is not written.</summary>
internal readonly struct ContainerWriter(XmlWriter xml, ProtocolVersion version, AtomContainer container)
{
    public void Attributes()
    {
        if (version.HasETags && container.ETag is { } etag)
        {
            xml.WriteAttributeString("gd", "etag", Namespaces.GData, etag.ToString());
        }

        foreach (var attribute in container.ExtensionAttributes.AsSpan())
        {
            attribute.Write(xml);
        }
    }

    public void Text(string prefix, string name, string ns, string? value)
    {
        if (value is not null)
        {
            xml.WriteStartElement(prefix, name, ns);
            var extensions = Beyond(name, ns);
            extensions?.WriteAttributes(xml);
            xml.WriteString(value);
            xml.WriteEndElement();
        }
    }

    public void Value(string prefix, string name, string ns, string? value)
    {
        if (value is not null)
        {
            xml.WriteStartElement(prefix, name, ns);
            xml.WriteAttributeString("value", value);
            var extensions = Beyond(name, ns);
            extensions?.WriteAttributes(xml);
            extensions?.WriteElements(xml);
            xml.WriteEndElement();
        }
    }

    public void Value(string prefix, string name, string ns, bool? value) =>
        Value(prefix, name, ns, value is { } flag ? flag ? "true" : "false" : null);

    public void Value(string prefix, string name, string ns, long? value) =>
        Value(prefix, name, ns, value?.ToString(CultureInfo.InvariantCulture));

    public void Number(string prefix, string name, string ns, long? value) =>
        Text(prefix, name, ns, value?.ToString(CultureInfo.InvariantCulture));

    public void Time(string prefix, string name, string ns, DateTimeOffset? value) =>
        Text(prefix, name, ns, value is { } time ? AtomTime.Format(time) : null);

    /// <summary>One element, unless it says nothing.</summary>
    public void Element<T>(T? element, T? unless = null) where T : class, IAtomElement<T>
    {
        if (element is not null && !element.Equals(unless))
        {
            element.Write(xml);
        }
    }

    public void Person(string prefix, string name, string ns, Person? person) => person?.Write(xml, prefix, name, ns);

    public void All<T>(AtomList<T> elements) where T : IAtomElement<T>
    {
        foreach (var element in elements.AsSpan())
        {
            element.Write(xml);
        }
    }

    public void People(string name, AtomList<Person> people)
    {
        foreach (var person in people.AsSpan())
        {
            person.Write(xml, "", name, Namespaces.Atom);
        }
    }

    public void Extensions()
    {
        foreach (var element in container.ExtensionElements.AsSpan())
        {
            element.Write(xml);
        }
    }

    private Extensions? Beyond(string name, string ns)
    {
        if (container.Annotations.Count == 0)
        {
            return null;
        }

        var element = new XmlName(name, Namespaces.OfAnyVersion(ns));
        return container.Annotations.FirstOrDefault(a => a.Element == element)?.Extensions;
    }
}
