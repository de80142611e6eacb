using Microsoft.AspNetCore.Http;
using ValetKey.GData.Atom;
using ValetKey.GData.Protocol;

namespace ValetKey.Server.GDataWire;

/// <summary>One entry on the wire: 200, or 201 with its address when it was created; 304 when the client has this state already.</summary>
/// <param name="created">Where the new entry is; null when it is not new.</param>
internal sealed class AtomEntryResult<TEntry>(AtomRequest request, TEntry entry, string? created = null) : IResult
    where TEntry : Entry, IAtomEntry<TEntry>
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        ResponseHeaders.Set(response, request, entry.ETag);
        if (NotModified.Is(httpContext.Request, request, entry.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        if (created is not null)
        {
            response.StatusCode = StatusCodes.Status201Created;
            response.Headers.Location = created;
            response.Headers.ContentLocation = created;
        }

        return request.Query.Alt == Alt.Json ? AsJson(httpContext) : AsAtom(httpContext);
    }

    private async Task AsAtom(HttpContext context)
    {
        var document = AtomWriter.ToBytes(entry, request.Version, request.Query.PrettyPrint ?? false);
        context.Response.ContentType = "application/atom+xml; charset=UTF-8; type=entry";
        context.Response.ContentLength = document.Length;
        await context.Response.Body.WriteAsync(document, context.RequestAborted);
    }

    private async Task AsJson(HttpContext context)
    {
        context.Response.ContentType = AtomJson.ContentType;
        await AtomJson.WriteEntry(context.Response.BodyWriter, entry, request.Version, request.Query.PrettyPrint ?? false, context.RequestAborted);
    }
}
