using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ValetKey.Server.Drive.DocumentsList;

internal static class DocumentsListFeature
{
    public static void AddDocumentsList(this IServiceCollection services)
    {
    }

    public static void MapDocumentsList(this IEndpointRouteBuilder routes)
    {
    }
}
