using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ValetKey.Server.OAuth2;

/// <summary>Answers the methods that a path does not take: left to routing, the policy that closes unknown routes would say 401.</summary>
internal static class OtherMethods
{
    /// <param name="allow">The methods that the path takes, as the <c>Allow</c> header lists them.</param>
    public static void MapOtherMethods(this IEndpointRouteBuilder routes, string path, string allow) => routes.Map(path, (HttpContext http) =>
    {
        http.Response.Headers.Allow = allow;
        return TypedResults.Text($"This address takes {allow}.", statusCode: StatusCodes.Status405MethodNotAllowed);
    });
}
