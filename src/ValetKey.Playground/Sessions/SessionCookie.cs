using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace ValetKey.Playground.Sessions;

/// <summary>The cookie that leads to a session: 256 random bits and nothing else.</summary>
internal static class SessionCookie
{
    public const string Name = "valetkey-playground";
    private const int HandleLength = 43;                // 32 bytes in base64url

    /// <returns>Null without a cookie of the right form.</returns>
    public static string? HandleOf(HttpRequest request) =>
        request.Cookies[Name] is { Length: HandleLength } handle && Base64Url.IsValid(handle) ? handle : null;

    /// <summary>Hands out a new handle.</summary>
    public static string Issue(HttpContext http)
    {
        var handle = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        http.Response.Cookies.Append(Name, handle, new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,                // Lax: the provider's redirect back must bring it
            Secure = http.Request.IsHttps,
            Path = "/playground",
            IsEssential = true,
        });
        return handle;
    }
}
