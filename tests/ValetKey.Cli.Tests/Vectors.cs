using System.Text.Json;

namespace ValetKey.Cli.Tests;

/// <summary>The known answers of tests/vectors.</summary>
internal static class Vectors
{
    public static JsonElement Cases(string file)
    {
        using var stream = File.OpenRead(PathOf(file));
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.GetProperty("cases").Clone();
    }

    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "vectors", file);

    public static TheoryData<string> Names(JsonElement cases) => [.. cases.EnumerateArray().Select(c => c.GetProperty("name").GetString()!)];

    public static JsonElement Named(this JsonElement cases, string name) => cases.EnumerateArray().Single(c => c.GetProperty("name").GetString() == name);

    /// <summary>The text of a field; <c>null</c> where it is absent or null.</summary>
    public static string? Text(this JsonElement element, string field) =>
        element.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetString() : null;

    public static IEnumerable<(string Name, string Value)> Fields(this JsonElement element, string field) =>
        element.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Object
            ? value.EnumerateObject().Select(p => (p.Name, p.Value.GetString()!)) : [];
}
