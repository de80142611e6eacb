using System.Security.Cryptography;
using ValetKey.OAuth;

namespace CalendarAndDocuments;

/// <summary>Which browser asks: a random cookie, to which state and code verifier are bound while its user is away.</summary>
internal static class BrowserExtensions
{
    private const string Cookie = "browser";

    public static string Browser(this HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is { Length: 32 } known)
        {
            return known;
        }

        if (http.Items[Cookie] is not string browser)
        {
            http.Items[Cookie] = browser = RandomNumberGenerator.GetHexString(32);
            http.Response.Cookies.Append(Cookie, browser, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps });
        }

        return browser;
    }

    public static IPendingAuthorizations Pending(this HttpContext http) =>
        http.RequestServices.GetRequiredService<MemoryPendingAuthorizations>().For(http.Browser());
}
