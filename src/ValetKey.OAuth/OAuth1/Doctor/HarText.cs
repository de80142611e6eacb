using System.Globalization;
using System.Text.Json;

namespace ValetKey.OAuth;

/// <summary>A HAR file, its <c>log</c>, one entry of it, a list of entries, or the <c>request</c> of an entry (HAR 1.2).</summary>
internal static class HarText
{
    private const int MaxEntries = 10_000;

    public static IReadOnlyList<DoctorRequest> Read(string text)
    {
        long? brokenLine;
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 64, AllowTrailingCommas = true });
            DoctorRequest[] requests = [.. Entries(json.RootElement).Take(MaxEntries).Select(Request)];
            return requests.Length > 0 ? requests : throw Malformed("there is no entry in it");
        }
        catch (JsonException broken)        // its message may repeat the text
        {
            brokenLine = broken.LineNumber + 1;
        }
        catch (InvalidOperationException)       // half a surrogate in a text
        {
            brokenLine = null;
        }

        throw brokenLine is null ? Malformed("it has text that is no Unicode")
            : new FormatException($"The text begins like JSON and is none (line {brokenLine.Value.ToString(CultureInfo.InvariantCulture)}); paste a whole HAR entry, from {{ to }}.");
    }

    private static IEnumerable<JsonElement> Entries(JsonElement root)
    {
        var list = root.ValueKind == JsonValueKind.Array ? root : Member(Member(root, "log") ?? root, "entries");
        if (list is not { ValueKind: JsonValueKind.Array } entries)
        {
            yield return root;
            yield break;
        }

        foreach (var entry in entries.EnumerateArray())
        {
            yield return entry;
        }
    }

    private static DoctorRequest Request(JsonElement entry)
    {
        var request = Member(entry, "request") ?? entry;
        var (method, url) = (Text(request, "method"), Text(request, "url"));
        if (string.IsNullOrEmpty(method) || string.IsNullOrEmpty(url))
        {
            throw Malformed("an entry lacks request.method or request.url");
        }

        Parameter[] headers = [.. Items(request, "headers").Where(h => Text(h, "name")?.StartsWith(':') != true).Select(Pair)];
        var data = Member(request, "postData");
        var fields = data is { } d ? Items(d, "params").Select(Pair).ToList() : [];
        var body = data is { } sent ? Text(sent, "text") : null;
        body = string.IsNullOrEmpty(body) && fields.Count > 0 ? FormEncoding.Encode(fields) : body;
        if (data is { } typed && Text(typed, "mimeType") is { Length: > 0 } type && !headers.Any(h => h.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)))
        {
            headers = [.. headers, new("Content-Type", type)];
        }

        return new(method, url, headers, body);
    }

    private static Parameter Pair(JsonElement pair) => new(Text(pair, "name") ?? "", Text(pair, "value") ?? "");

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind is (JsonValueKind.Object or JsonValueKind.Array) ? value : null;

    private static IReadOnlyList<JsonElement> Items(JsonElement element, string name) => Member(element, name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static FormatException Malformed(string what) => new($"The JSON is no HAR: {what}; save the network log as HAR, or copy one entry with its request.");
}
