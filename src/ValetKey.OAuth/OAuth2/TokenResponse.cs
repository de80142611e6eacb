using System.Text.Json;

namespace ValetKey.OAuth;

/// <summary>The JSON answer of a token endpoint (RFC 6749 §5).</summary>
internal static class TokenResponse
{
    /// <param name="answer">Whatever came; text that is no such answer becomes an error that shows how it begins.</param>
    /// <param name="now">When it was asked for.</param>
    /// <param name="before">The token that is refreshed: what the answer leaves out stays as it was (§6).</param>
    /// <param name="requested">The scopes asked for, which an answer without <c>scope</c> grants (§5.1).</param>
    public static OAuth2Result Read(ProtocolAnswer answer, DateTimeOffset now, OAuth2Token? before, IReadOnlyList<string> requested)
    {
        OAuth2Error? error = null;
        try
        {
            using var json = JsonDocument.Parse(answer.Body, new JsonDocumentOptions { MaxDepth = 16 });
            if (json.RootElement.ValueKind == JsonValueKind.Object && answer.IsSuccess && Token(json.RootElement, now, before, requested) is { } token)
            {
                return new OAuth2Result.Granted(token);
            }

            error = json.RootElement.ValueKind == JsonValueKind.Object && !answer.IsSuccess ? Error(json.RootElement, answer) : null;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            // Empty, HTML, cut off, or with half of a surrogate pair: told below.
        }

        return new OAuth2Result.Failed(error ?? OAuth2Error.Unreadable(answer));
    }

    /// <summary>The error of an answer that is none of success; unreadable where it names none.</summary>
    public static OAuth2Error ErrorOf(ProtocolAnswer answer) => Read(answer, default, null, []) is OAuth2Result.Failed failed ? failed.Error : OAuth2Error.Unreadable(answer);

    private static OAuth2Token? Token(JsonElement json, DateTimeOffset now, OAuth2Token? before, IReadOnlyList<string> requested)
    {
        if (Text(json, "access_token") is not { Length: > 0 } access || access.AsSpan().ContainsAnyExceptInRange('!', '~'))     // §A.12; a line break must not reach a header
        {
            return null;
        }

        if (Text(json, "token_type") is { } type && !type.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var scopes = Text(json, "scope")?.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new OAuth2Token(
            access,
            Text(json, "refresh_token") is { Length: > 0 } refresh ? refresh : before?.RefreshToken,
            Seconds(json) is { } seconds ? now.AddSeconds(seconds) : null,
            scopes ?? before?.Scopes ?? requested)
        {
            IdToken = Text(json, "id_token") is { Length: > 0 } id ? id : before?.IdToken,
        };
    }

    private static OAuth2Error? Error(JsonElement json, ProtocolAnswer answer)
    {
        if (!json.TryGetProperty("error", out var error))
        {
            return null;
        }

        // Google's APIs answer with an object of that name.
        var (code, description) = error.ValueKind == JsonValueKind.Object
            ? (Text(error, "status"), Text(error, "message"))
            : (Text(json, "error"), Text(json, "error_description"));
        return string.IsNullOrEmpty(code) ? null
            : OAuth2Error.Told(answer.Clean(code), description is null ? null : answer.Clean(description), Text(json, "error_uri"), answer.Status);
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // A number, or as some servers send it a number in quotes; a lifetime that no clock can hold counts as none told.
    private static double? Seconds(JsonElement json) => json.TryGetProperty("expires_in", out var value)
        && (value.ValueKind == JsonValueKind.Number ? value.TryGetInt32(out var seconds)
            : int.TryParse(value.ValueKind == JsonValueKind.String ? value.GetString() : null, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out seconds))
        && seconds >= 0 ? seconds : null;
}
