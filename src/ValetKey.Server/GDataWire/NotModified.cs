using Microsoft.AspNetCore.Http;
using ValetKey.GData.Protocol;

namespace ValetKey.Server.GDataWire;

/// <summary>Whether a client that asks has the state already (RFC 9110 §13.1.2). Version 1 knows no entity tags.</summary>
internal static class NotModified
{
    public static bool Is(HttpRequest http, AtomRequest request, ETag? current) =>
        request.Version.HasETags && HttpMethods.IsGet(http.Method)
        && ETagCondition.IsNotModified(http.Headers.IfNoneMatch.Count == 0 ? null : http.Headers.IfNoneMatch.ToString(), current);
}
