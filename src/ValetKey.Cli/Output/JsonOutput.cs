using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ValetKey.Cli.Parsing;

namespace ValetKey.Cli.Output;

/// <summary>Results as JSON, indented, for programs that read them.</summary>
internal static class JsonOutput
{
    public static readonly Option Option = new("--json", "Print JSON");

    // Base strings are full of & and %, which need no escape outside of HTML.
    public static CliJson Types { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static void Write<T>(TextWriter output, T value, JsonTypeInfo<T> type) => output.WriteLine(JsonSerializer.Serialize(value, type));
}
