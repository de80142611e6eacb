using System.Text.Json;
using System.Xml.Linq;
using ValetKey.GData.Atom;

namespace ValetKey.Server.GDataWire;

/// <summary>XML elements as JSON members.</summary>
internal static class JsonElements
{
    /// <summary>What may stand several times, and is a list even when it stands once, so that a reader need not ask.</summary>
    private static readonly HashSet<XName> Repeatable =
    [
        .. new[] { "entry", "link", "category", "author", "contributor" }.Select(name => XName.Get(name, Namespaces.Atom)),
        .. new[] { "feedLink", "where" }.Select(name => XName.Get(name, Namespaces.GData)),
    ];

    public static void Write(Utf8JsonWriter json, XElement element, bool isRoot)
    {
        json.WriteStartObject();
        WriteMembers(json, element, isRoot);
        json.WriteEndObject();
    }

    /// <param name="isRoot">Whether the declarations of prefixes are written; the entries of a feed leave them to it.</param>
    public static void WriteMembers(Utf8JsonWriter json, XElement element, bool isRoot)
    {
        foreach (var attribute in element.Attributes().Where(attribute => isRoot || !attribute.IsNamespaceDeclaration))
        {
            json.WriteString(NameOf(element, attribute), attribute.Value);
        }

        if (!element.HasElements)
        {
            if (element.Value.Length > 0 || !element.HasAttributes)
            {
                json.WriteString("$t", element.Value);
            }

            return;
        }

        foreach (var same in element.Elements().GroupBy(child => child.Name))
        {
            json.WritePropertyName(NameOf(same.First()));
            var isList = Repeatable.Contains(same.Key) || same.Skip(1).Any();
            if (isList)
            {
                json.WriteStartArray();
            }

            foreach (var child in same)
            {
                Write(json, child, isRoot: false);
            }

            if (isList)
            {
                json.WriteEndArray();
            }
        }
    }

    private static string NameOf(XElement element) =>
        element.GetPrefixOfNamespace(element.Name.Namespace) is { Length: > 0 } prefix && element.GetDefaultNamespace() != element.Name.Namespace
            ? $"{prefix}${element.Name.LocalName}"
            : element.Name.LocalName;

    private static string NameOf(XElement owner, XAttribute attribute) => attribute switch
    {
        { IsNamespaceDeclaration: true } => attribute.Name.LocalName == "xmlns" ? "xmlns" : $"xmlns${attribute.Name.LocalName}",
        _ when attribute.Name.Namespace == XNamespace.None => attribute.Name.LocalName,
        _ => $"{owner.GetPrefixOfNamespace(attribute.Name.Namespace)}${attribute.Name.LocalName}",
    };
}
