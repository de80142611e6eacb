using System.Text.Json;
using System.Text.RegularExpressions;

namespace ValetKey.OAuth;

/// <summary>What a client may wrongly take for parameters in a body that is no form.</summary>
internal static partial class BodyFields
{
    /// <summary>The members of a JSON object, each way of reading them a list.</summary>
    public static IEnumerable<IReadOnlyList<SignedPair>> Json(ExaminedRequest request)
    {
        if (request.IsForm || request.Source.Body?.AsSpan().TrimStart().StartsWith("{", StringComparison.Ordinal) != true)
        {
            return [];
        }

        try
        {
            using var json = JsonDocument.Parse(request.Source.Body, new JsonDocumentOptions { MaxDepth = 64 });
            SignedPair[] all = [.. json.RootElement.EnumerateObject().Select(m => new SignedPair(m.Name, TextOf(m.Value), PairPlace.Nowhere))];
            SignedPair[] flat = [.. json.RootElement.EnumerateObject().Where(m => m.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
                .Select(m => new SignedPair(m.Name, TextOf(m.Value), PairPlace.Nowhere))];
            return [all, flat, [new SignedPair(request.Source.Body, "", PairPlace.Nowhere)]];
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)     // no JSON, or text with half a surrogate
        {
            return [];
        }
    }

    public static IReadOnlyList<SignedPair> Multipart(ExaminedRequest request)
    {
        var type = request.Source.Header("Content-Type");
        if (type?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) != true || request.Source.Body is null || Boundary().Match(type) is not { Success: true } boundary)
        {
            return [];
        }

        return [.. request.Source.Body.Split("--" + boundary.Groups["text"].Value)
            .Select(part => part.Split(part.Contains("\r\n\r\n", StringComparison.Ordinal) ? "\r\n\r\n" : "\n\n", 2))
            .Where(part => part.Length == 2 && !part[0].Contains("filename=", StringComparison.OrdinalIgnoreCase))
            .Select(part => (Name: FieldName().Match(part[0]), Value: part[1].TrimEnd('\r', '\n')))
            .Where(field => field.Name.Success)
            .Select(field => new SignedPair(field.Name.Groups["text"].Value, field.Value, PairPlace.Nowhere))];
    }

    public static IReadOnlyList<SignedPair> FormOfOtherType(ExaminedRequest request)
    {
        var body = request.Source.Body;
        if (request.IsForm || body is null || !body.Contains('=', StringComparison.Ordinal) || body.AsSpan().IndexOfAny("{<\n ") >= 0)
        {
            return [];
        }

        try
        {
            return [.. ExaminedRequest.Split(body, PairPlace.Nowhere)];
        }
        catch (FormatException)
        {
            return [];
        }
    }

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };

    [GeneratedRegex("boundary=\"?(?<text>[^\";,]{1,200})", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Boundary();

    [GeneratedRegex("name=\"(?<text>[^\"\r\n]{1,200})\"", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex FieldName();
}
