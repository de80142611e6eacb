using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using ValetKey.Server.OAuth2.Token;
using ValetKey.Server.Operations;

namespace ValetKey.Server.OAuth2;

/// <summary>An <c>application/x-www-form-urlencoded</c> body, read by the rules of this protocol: as it was sent, and never more than the limit.</summary>
internal static class FormBody
{
    public const string MediaType = "application/x-www-form-urlencoded";

    /// <summary>Escaped text is ASCII: these differ in nothing then, and old clients name the last.</summary>
    private static readonly string[] Charsets = ["", "utf-8", "us-ascii", "iso-8859-1"];

    /// <returns>The encoded text, or why it is not read: 415 another type, 413 too large.</returns>
    public static async Task<(string? Text, TokenError? Refused)> Read(HttpRequest request, CancellationToken stop)
    {
        if (!IsForm(request))
        {
            return (null, TokenError.UnsupportedMediaType);
        }

        using var read = new MemoryStream();
        if (request.ContentLength > OperationsFeature.LargestForm || !await CopyWithinLimit(request.Body, read, stop))
        {
            return (null, TokenError.TooLarge);
        }

        return (Encoding.UTF8.GetString(read.GetBuffer(), 0, (int)read.Length), null);
    }

    private static bool IsForm(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase)
        && Charsets.Contains(HeaderUtilities.RemoveQuotes(type.Charset).ToString(), StringComparer.OrdinalIgnoreCase);

    private static async Task<bool> CopyWithinLimit(Stream body, MemoryStream read, CancellationToken stop)
    {
        var buffer = new byte[4096];
        while (await body.ReadAsync(buffer, stop) is > 0 and var count)
        {
            if (read.Length + count > OperationsFeature.LargestForm)
            {
                return false;
            }

            await read.WriteAsync(buffer.AsMemory(0, count), stop);
        }

        return true;
    }
}
