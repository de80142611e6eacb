using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace ValetKey.Server.OAuth2;

/// <summary>Writes the answers of the token endpoint: JSON of a known length that nothing on the way may keep (RFC 6749 §5.1).</summary>
internal static class JsonAnswer
{
    public static Task Write<T>(HttpContext http, T body, JsonTypeInfo<T> type)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, type);
        var response = http.Response;
        response.Headers.CacheControl = "no-store";
        response.Headers.Pragma = "no-cache";
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = bytes.Length;
        return response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
    }
}
