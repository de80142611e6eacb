using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using ValetKey.OAuth;

namespace ValetKey.AspNetCore;

/// <summary>An HTTP request as the verifier wants it: from the raw target, since the signature covers what was sent.</summary>
internal static class ReceivedRequests
{
    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>Reads the body where it is signed (a form, or under <c>oauth_body_hash</c>), and leaves it to be read again.</summary>
    /// <exception cref="BadHttpRequestException">413: the body is larger than <paramref name="options"/> allow.</exception>
    public static async Task<ReceivedRequest> Read(HttpRequest request, OAuth1AuthenticationOptions options, CancellationToken stop)
    {
        var authorization = request.Headers.Authorization.ToString() is { Length: > 0 } header ? header : null;
        var target = TargetOf(request);
        var isForm = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals(Form, StringComparison.OrdinalIgnoreCase);
        var hashed = authorization?.Contains(ProtocolParameter.BodyHash, StringComparison.Ordinal) == true || target.Contains(ProtocolParameter.BodyHash, StringComparison.Ordinal);
        var body = isForm || hashed ? await ReadBody(request, isForm ? options.Limits.MaxFormLength : options.MaxHashedBodySize, stop) : null;
        return new ReceivedRequest(
            SentMethod.Of(request), request.Scheme, request.Host.ToUriComponent(), target, authorization, request.ContentType,
            isForm ? Encoding.UTF8.GetString(body!) : null, hashed ? body : null);
    }

    /// <summary>Whether the request claims to be signed, well or badly: by its header, its query or its form.</summary>
    public static bool ClaimsToBeSigned(HttpRequest request, ReceivedRequest received) =>
        request.Headers.Authorization.Any(IsOAuth)
        || request.Query.Keys.Any(name => name.StartsWith(ProtocolParameter.Prefix, StringComparison.Ordinal))
        || received.FormBody is { Length: > 0 } form && HasProtocolParameter(form);

    private static bool IsOAuth(string? header) => header is not null
        && header.StartsWith(OAuth1Defaults.AuthenticationScheme, StringComparison.OrdinalIgnoreCase)
        && (header.Length == OAuth1Defaults.AuthenticationScheme.Length || header[OAuth1Defaults.AuthenticationScheme.Length] is ' ' or '\t');

    private static bool HasProtocolParameter(string form)
    {
        try
        {
            return FormEncoding.Decode(form).Any(p => p.Name.StartsWith(ProtocolParameter.Prefix, StringComparison.Ordinal));
        }
        catch (FormatException)     // some other kind of form, which is nobody's signature
        {
            return false;
        }
    }

    /// <summary>Servers of tests may leave the raw target out; then it is what the parsed address says.</summary>
    private static string TargetOf(HttpRequest request) => request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget is { Length: > 0 } raw
        ? raw
        : request.PathBase.ToUriComponent() + request.Path.ToUriComponent() + request.QueryString.ToUriComponent();

    private static async Task<byte[]> ReadBody(HttpRequest request, int largest, CancellationToken stop)
    {
        request.EnableBuffering(bufferThreshold: 64 * 1024, bufferLimit: largest);
        request.Body.Position = 0;      // a second scheme may have read it before
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
