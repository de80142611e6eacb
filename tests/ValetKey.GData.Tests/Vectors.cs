using System.Text.Json;

namespace ValetKey.GData.Tests;

/// <summary>The known answers of tests/vectors.</summary>
internal static class Vectors
{
    private static readonly JsonElement File = JsonDocument.Parse(
        System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "vectors", "atom-times-and-etags.json"))).RootElement;

    public static JsonElement Case(string array, string name) => File.GetProperty(array).EnumerateArray().Single(c => c.GetProperty("name").GetString() == name);

    public static TheoryData<string> Names(string array) => [.. File.GetProperty(array).EnumerateArray().Select(c => c.GetProperty("name").GetString()!)];

    public static string? Text(this JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
