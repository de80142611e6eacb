using Microsoft.AspNetCore.Http;
using ValetKey.GData.Documents;
using ValetKey.GData.Protocol;
using ValetKey.Server.Accounts;
using ValetKey.Server.GDataWire;

namespace ValetKey.Server.Drive.DocumentsList;

/// <summary>GET one document by kind and id, or by the id alone: 200 with the entry, or 404 for what is not there or not for this user.</summary>
/// <param name="feed">Path of the feed that it is an entry of.</param>
internal sealed class RetrieveDocument(string feed)
{
    public async Task<IResult> Handle(string resourceId, Caller caller, AtomRequest request, Files files, CancellationToken stop)
    {
        var (kind, id) = ResourceId.TryParse(resourceId, null, out var named) ? (named.Kind, named.Id) : (null, resourceId);
        return await files.Find(caller.Account, kind, id, stop) is { } seen
            ? new AtomEntryResult<DocumentEntry>(request, DocumentFace.Entry(seen, feed, request))
            : new GDataErrorResult(new GDataError(StatusCodes.Status404NotFound, "NotFound", "There is no such document, or not for this user."));
    }
}
