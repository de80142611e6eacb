using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace ValetKey.Server.Tests.GDataWire;

/// <summary>What came back, the server's port taken out of the body.</summary>
internal sealed record Reply(HttpStatusCode Status, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public XElement Xml => XElement.Parse(Body);

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public IReadOnlyList<XElement> Entries => [.. Xml.Elements(GDataServer.Atom + "entry")];

    public IReadOnlyList<string> Titles => [.. Entries.Select(entry => entry.Element(GDataServer.Atom + "title")!.Value)];

    /// <summary>Code, invalid input and reason of a refusal of the directory.</summary>
    public (string Code, string Input, string Reason) AppsError => Xml.Element("error") is { } error
        ? (error.Attribute("errorCode")!.Value, error.Attribute("invalidInput")!.Value, error.Attribute("reason")!.Value)
        : throw new InvalidOperationException(Body);

    public static async Task<Reply> Of(HttpResponseMessage response, string origin) => new(
        response.StatusCode,
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Replace(origin, "http://127.0.0.1", StringComparison.Ordinal),
        response.Headers.Concat(response.Content.Headers).ToDictionary(
            header => header.Key, header => string.Join(", ", header.Value).Replace(origin, "http://127.0.0.1", StringComparison.Ordinal), StringComparer.OrdinalIgnoreCase));

    /// <summary>A header's value; null without it.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>Path and query of the first link of a relation in the document's root; null without one.</summary>
    public string? Link(string relation) => LinkOf(Xml, relation);

    public static string? LinkOf(XElement container, string relation) => container.Elements(GDataServer.Atom + "link")
        .FirstOrDefault(link => link.Attribute("rel")?.Value == relation)?.Attribute("href")?.Value["http://127.0.0.1".Length..];

    /// <summary>A number of openSearch, whatever the version.</summary>
    public string? Number(string name) => Xml.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value;
}
