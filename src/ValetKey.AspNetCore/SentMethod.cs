using Microsoft.AspNetCore.Http;

namespace ValetKey.AspNetCore;

/// <summary>
/// The method of the request line, as a feature that a middleware sets when it puts another method in its place (<c>X-HTTP-Method-Override</c>):
/// a signature covers what was sent.
/// </summary>
/// <param name="Name">Such as <c>POST</c>.</param>
public sealed record SentMethod(string Name)
{
    /// <summary>What was sent, whatever <see cref="HttpRequest.Method"/> says now.</summary>
    public static string Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.HttpContext.Features.Get<SentMethod>()?.Name ?? request.Method;
    }
}
