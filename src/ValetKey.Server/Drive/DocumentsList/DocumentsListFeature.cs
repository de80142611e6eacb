using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ValetKey.Server.GDataWire;
using ValetKey.Server.Scopes;

namespace ValetKey.Server.Drive.DocumentsList;

/// <summary>The Documents List API: a user's documents, to read.</summary>
internal static class DocumentsListFeature
{
    private const string Version3 = "/feeds/default/private/full";
    private const string Version2 = "/feeds/documents/private/full";

    public static void MapDocumentsList(this IEndpointRouteBuilder routes)
    {
        foreach (var feed in new[] { Version3, Version2 })
        {
            var documents = routes.MapAtom(feed).WithTags("Documents List");
            documents.MapGet("", new ListDocuments(feed).All).Knows(ListDocuments.Parameters).Requires(Api.Documents, Access.Read);
            documents.MapGet("/-/{**categories}", new ListDocuments(feed).OfCategories).Knows(ListDocuments.Parameters).Requires(Api.Documents, Access.Read);
            documents.MapGet("/{resourceId}", new RetrieveDocument(feed).Handle).Requires(Api.Documents, Access.Read);
        }
    }
}
