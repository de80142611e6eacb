using Microsoft.AspNetCore.Http;
using ValetKey.GData.Atom;
using ValetKey.GData.Protocol;

namespace ValetKey.Server.GDataWire;

/// <summary>A page of entries on the wire, made while it is sent; 304 when the client has this state already.</summary>
/// <param name="head">What the feed says of itself, its entity tag included.</param>
/// <param name="entries">Each made when it is its turn.</param>
internal sealed class AtomFeedResult<TEntry>(AtomRequest request, Feed head, IEnumerable<TEntry> entries) : IResult
    where TEntry : Entry, IAtomEntry<TEntry>
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, stop, indent) = (httpContext.Response, httpContext.RequestAborted, request.Query.PrettyPrint ?? false);
        ResponseHeaders.Set(response, request, head.ETag);
        if (NotModified.Is(httpContext.Request, request, head.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
        }
        else if (request.Query.Alt == Alt.Json)
        {
            response.ContentType = AtomJson.ContentType;
            await AtomJson.WriteFeed(response.BodyWriter, head, entries, request.Version, indent, stop);
        }
        else
        {
            response.ContentType = "application/atom+xml; charset=UTF-8; type=feed";
            await AtomWriter.WriteFeedAsync(response.Body, head, entries.ToAsyncEnumerable(), request.Version, indent, stop);
        }
    }
}
