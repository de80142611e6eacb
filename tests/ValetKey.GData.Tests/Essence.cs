using System.Xml.Linq;
using ValetKey.GData.Atom;
using ValetKey.GData.Protocol;

namespace ValetKey.GData.Tests;

/// <summary>What a document says, without what says nothing: prefixes, layout, the order of unlike siblings, the default type of a text, the namespaces and tags that a version writes its own way.</summary>
internal static class Essence
{
    public static IReadOnlyList<string> Of(string document) => Of(XDocument.Parse(document).Root!, ProtocolVersion.V3);

    public static IReadOnlyList<string> Of(XElement root, ProtocolVersion version) => [.. Lines(root, "", version).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Lines(XElement element, string path, ProtocolVersion version)
    {
        var place = element.Name.NamespaceName switch
        {
            Namespaces.OpenSearch10 or Namespaces.OpenSearch11 => $"{path}/openSearch:{element.Name.LocalName}",
            Namespaces.App or Namespaces.AppDraft => $"{path}/app:{element.Name.LocalName}",
            _ => $"{path}/{element.Name}",
        };
        // Like siblings keep their order, so each knows its place among them.
        var number = element.Parent is null ? 0 : element.ElementsBeforeSelf(element.Name).Count();
        place = $"{place}[{number}]";
        yield return place;
        foreach (var attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration))
        {
            var isTag = attribute.Name == XName.Get("etag", Namespaces.GData) && (element.Parent is null || element.Name == XName.Get("entry", Namespaces.Atom));
            if (!(isTag && !version.HasETags) && !(attribute.Name == "type" && attribute.Value == "text"))
            {
                yield return $"{place}@{attribute.Name}={attribute.Value.Trim()}";
            }
        }

        var text = string.Concat(element.Nodes().OfType<XText>().Select(t => t.Value));
        if (text.Trim().Length > 0)
        {
            yield return $"{place}={text.Trim()}";
        }

        foreach (var line in element.Elements().SelectMany(e => Lines(e, place, version)))
        {
            yield return line;
        }
    }
}
