using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using ValetKey.OAuth;
using ValetKey.Server.Operations;

namespace ValetKey.Server.OAuth1;

/// <summary>An HTTP request as the verifier wants it: from the raw target, since the signature covers what was sent.</summary>
internal static class ReceivedRequests
{
    /// <summary>Reads the body where it is signed (a form, or under <c>oauth_body_hash</c>), and leaves it to be read again.</summary>
    /// <exception cref="BadHttpRequestException">413: the body is larger than forms may be.</exception>
    public static async Task<ReceivedRequest> Read(HttpRequest request, CancellationToken stop)
    {
        var authorization = request.Headers.Authorization.ToString() is { Length: > 0 } header ? header : null;
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var isForm = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);
        var hashed = (authorization ?? target).Contains("oauth_body_hash", StringComparison.Ordinal);
        var body = isForm || hashed ? await ReadBody(request, isForm ? OperationsFeature.LargestForm : OperationsFeature.LargestBody, stop) : null;
        return new ReceivedRequest(
            SentMethod.Of(request), request.Scheme, request.Host.ToUriComponent(), target, authorization, request.ContentType,
            isForm ? Encoding.UTF8.GetString(body!) : null, hashed ? body : null);
    }

    private static async Task<byte[]> ReadBody(HttpRequest request, int largest, CancellationToken stop)
    {
        request.EnableBuffering(bufferThreshold: 64 * 1024, bufferLimit: largest);
        using var copy = new MemoryStream();
        try
        {
            await request.Body.CopyToAsync(copy, stop);
        }
        catch (IOException tooLarge) when (tooLarge is not BadHttpRequestException)
        {
            throw new BadHttpRequestException($"The body is larger than {largest} bytes.", StatusCodes.Status413PayloadTooLarge, tooLarge);
        }

        request.Body.Position = 0;
        return copy.ToArray();
    }
}
