using Microsoft.AspNetCore.Http;

namespace ValetKey.Server.Operations;

/// <summary>The origin on which a request came in: every link of an answer is made from it, so that a client follows links back to this server.</summary>
internal static class Origin
{
    /// <returns>Scheme and authority without a path, such as <c>http://127.0.0.1:8080</c>.</returns>
    public static string Of(HttpRequest request) => $"{request.Scheme}://{request.Host.ToUriComponent()}";
}
