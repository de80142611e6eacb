using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;
using ValetKey.Playground.Outgoing;

namespace ValetKey.Playground.Exchanges;

/// <summary>Makes readable text of a body: decoded, and indented where it came in one line.</summary>
internal static class BodyText
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };   // shown as text, never as markup

    public static RecordedAnswer Of(HttpResponseMessage response, BoundedBody body, SecretMask mask)
    {
        var type = response.Content.Headers.ContentType;
        var mediaType = type?.MediaType ?? "";
        var head = mask.Hide(MessageText.HeadOf(response));
        if (response.Content.Headers.ContentEncoding.Count > 0 || body.Bytes.AsSpan(0, Math.Min(body.Bytes.Length, 4096)).Contains((byte)0))
        {
            return new(head, mediaType, body.Bytes.Length, BodyKind.Text, "", Join("These bytes are no text and are not shown.", body.Cut), IsPartial: true);
        }

        var text = Decode(body.Bytes, type);
        var kind = KindOf(mediaType, text);
        var (shown, indented) = body.Cut is null && IsOneLine(text) ? Indent(kind, text) : (text, false);
        return new(head, mediaType, body.Bytes.Length, kind, mask.Hide(shown), Join(indented ? "indented for reading" : null, body.Cut), IsPartial: body.Cut is not null);
    }

    private static string Decode(byte[] bytes, MediaTypeHeaderValue? type)
    {
        try
        {
            return Encoding.GetEncoding(type?.CharSet?.Trim('"') ?? "utf-8").GetString(bytes).TrimStart('\uFEFF');
        }
        catch (ArgumentException)           // a charset that is unknown here
        {
            return Encoding.UTF8.GetString(bytes);
        }
    }

    private static BodyKind KindOf(string mediaType, string text) =>
        mediaType.EndsWith("xml", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<?xml", StringComparison.Ordinal) ? BodyKind.Xml
        : mediaType.EndsWith("json", StringComparison.OrdinalIgnoreCase) ? BodyKind.Json
        : mediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) ? BodyKind.Form
        : BodyKind.Text;

    private static bool IsOneLine(string text) => text.AsSpan().Count('\n') < Math.Max(2, text.Length / 200);

    private static (string Text, bool Indented) Indent(BodyKind kind, string text)
    {
        try
        {
            return kind switch
            {
                BodyKind.Xml => (Xml(text), true),
                BodyKind.Json => (Json(text), true),
                _ => (text, false),
            };
        }
        catch (Exception malformed) when (malformed is XmlException or JsonException)      // then it is shown as it came
        {
            return (text, false);
        }
    }

    private static string Xml(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true });
        var indented = new StringBuilder();
        using (var writer = XmlWriter.Create(indented, new() { Indent = true, OmitXmlDeclaration = true, NewLineChars = "\n" }))
        {
            writer.WriteNode(reader, defattr: false);
        }

        // The declaration as it came: a writer of strings would call it utf-16.
        var declarationEnd = text.StartsWith("<?xml ", StringComparison.Ordinal) ? text.IndexOf("?>", StringComparison.Ordinal) : -1;
        return declarationEnd < 0 ? indented.ToString() : $"{text[..(declarationEnd + 2)]}\n{indented}";
    }

    private static string Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        using var indented = new MemoryStream();
        using (var writer = new Utf8JsonWriter(indented, Indented))
        {
            document.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(indented.ToArray());
    }

    private static string? Join(params IEnumerable<string?> remarks) => string.Join(' ', remarks.OfType<string>()) is { Length: > 0 } all ? all : null;
}
