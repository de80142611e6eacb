using Microsoft.AspNetCore.Http;
using ValetKey.GData.Protocol;

namespace ValetKey.Server.GDataWire;

/// <summary>The headers that every answer of an Atom face has.</summary>
internal static class ResponseHeaders
{
    public static void SetVersion(HttpResponse response, AtomRequest request)
    {
        if (request.NamesVersion)
        {
            response.Headers[ProtocolVersion.HeaderName] = request.Version.ToString();
        }

        response.Headers.Vary = ProtocolVersion.HeaderName;
        response.Headers.XContentTypeOptions = "nosniff";
    }

    /// <summary>For a feed or entry: its state, and that it may be kept by its reader alone and must be asked for again.</summary>
    public static void Set(HttpResponse response, AtomRequest request, ETag? etag)
    {
        SetVersion(response, request);
        response.Headers.CacheControl = "private, max-age=0, must-revalidate";
        if (request.Version.HasETags && etag is not null)
        {
            response.Headers.ETag = etag.ToString();
        }
    }
}
