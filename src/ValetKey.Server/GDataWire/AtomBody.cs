using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using ValetKey.GData.Atom;
using ValetKey.GData.Protocol;
using ValetKey.Server.Operations;

namespace ValetKey.Server.GDataWire;

/// <summary>Reads the entry that a client sends.</summary>
internal static class AtomBody
{
    private static readonly string[] MediaTypes = ["application/atom+xml", "application/xml", "text/xml"];

    /// <returns>The entry, or what to answer: 415 for another type, 413 for too much, 400 with line and column for what is no such entry.</returns>
    public static async Task<(TEntry? Entry, GDataError? Error)> Read<TEntry>(HttpRequest request, CancellationToken stop)
        where TEntry : Entry, IAtomEntry<TEntry>
    {
        if (WhyNot(request) is { } reason)
        {
            return (null, new GDataError(StatusCodes.Status415UnsupportedMediaType, "UnsupportedMediaType", reason));
        }

        try
        {
            using var reader = await AtomReader.OpenAsync(request.Body, OperationsFeature.LargestBody, stop);
            return (reader.ReadEntry<TEntry>(), null);
        }
        catch (AtomException fault)
        {
            return (null, GDataError.InvalidDocument(fault));
        }
        catch (BadHttpRequestException refused)      // the server's own limit, or a body that ends early
        {
            return (null, new GDataError(refused.StatusCode, refused.StatusCode == StatusCodes.Status413PayloadTooLarge ? "TooLarge" : "InvalidBody", refused.Message));
        }
    }

    private static string? WhyNot(HttpRequest request) =>
        !MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !MediaTypes.Any(known => type.MediaType.Equals(known, StringComparison.OrdinalIgnoreCase))
            ? "Send the entry as application/atom+xml."
        : request.Headers.ContentEncoding.Any(encoding => encoding is not ("" or "identity"))
            ? "Send the entry uncompressed."
            : null;
}
