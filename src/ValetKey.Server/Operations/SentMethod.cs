using Microsoft.AspNetCore.Http;

namespace ValetKey.Server.Operations;

/// <summary>The method in the request line, where a header has put another one in its place: a signature covers what was sent.</summary>
internal sealed record SentMethod(string Name)
{
    public static string Of(HttpRequest request) => request.HttpContext.Features.Get<SentMethod>()?.Name ?? request.Method;
}
