using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ValetKey.OAuth;

/// <summary>
/// Tokens as JSON, to be read and written by hand and by other programs: <c>{"tokens":[…]}</c>, each with <c>name</c> and either <c>consumerKey</c>, <c>consumerSecret</c>,
/// <c>token</c>, <c>tokenSecret</c>, or <c>clientId</c>, <c>clientSecret</c>, <c>accessToken</c>, <c>refreshToken</c>, or <c>blob</c> (a <see cref="TokenBlob"/>); with <c>scopes</c> and <c>expiresAt</c>
/// where they are known. It holds its secrets in the clear: keep it where secrets are kept.
/// </summary>
public static class TokenJson
{
    private const int MaxLength = 16 * 1024 * 1024;

    /// <summary>Writes tokens, indented.</summary>
    /// <exception cref="ArgumentException">A token of a kind that is not kept, or text that holds half of a surrogate pair.</exception>
    public static string Write(IEnumerable<KeptToken> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartArray("tokens");
            foreach (var token in tokens)
            {
                new TokenJsonWriter(json).Write(token);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    /// <summary>Reads <c>{"tokens":[…]}</c>, a list alone, or one token alone. Names are taken in any case and with underscores, so that the fields of token answers (<c>oauth_token</c>, <c>access_token</c>) are known, too.</summary>
    /// <exception cref="FormatException">No such JSON, more than 16 MiB of it, or a token that lacks a part; the message says which token, by number, and which part, never the contents.</exception>
    public static IReadOnlyList<KeptToken> Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (json.Length > MaxLength)
        {
            throw new FormatException("The JSON has more than 16 MiB.");
        }

        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 16, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var root = document.RootElement;
            var list = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("tokens", out var tokens) ? tokens : root;
            return list.ValueKind switch
            {
                JsonValueKind.Array => [.. list.EnumerateArray().Select((token, at) => new TokenJsonReader(token, at + 1).Read())],
                JsonValueKind.Object => [new TokenJsonReader(list, 1).Read()],
                _ => throw new FormatException("The JSON is neither a token nor a list of them; write {\"tokens\":[{\"name\":\"…\",\"token\":\"…\",\"tokenSecret\":\"…\"}]}."),
            };
        }
        catch (JsonException malformed)
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture,
                $"That is no JSON from line {malformed.LineNumber + 1}, byte {malformed.BytePositionInLine + 1} on."), malformed);
        }
        catch (InvalidOperationException halved)     // a \u escape that is half of a surrogate pair
        {
            throw new FormatException("The JSON holds half of a surrogate pair, so it is no Unicode.", halved);
        }
    }
}
