using Microsoft.AspNetCore.Http;
using ValetKey.Server.Storage;

namespace ValetKey.Server.Accounts;

/// <summary>Signed-in browsers. The cookie holds a random handle, the database its hash; a sign-in makes a new handle, a sign-out ends it on the server.</summary>
internal sealed class Sessions(SqlDatabase database, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public async Task SignIn(HttpContext context, long userId, CancellationToken stop)
    {
        var handle = OpaqueToken.Create();
        var previous = HashOfCookie(context);
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var expires = time.GetUtcNow().Add(Lifetime).ToUnixTimeMilliseconds();
        await database.WriteAsync(
            session =>
            {
                session.Execute("DELETE FROM sessions WHERE HandleHash = @previous OR ExpiresAt < @now", ("@previous", previous), ("@now", now));
                return session.Execute(
                    "INSERT INTO sessions (HandleHash, UserId, CreatedAt, ExpiresAt) VALUES (@hash, @user, @now, @expires)",
                    ("@hash", OpaqueToken.Hash(handle)), ("@user", userId), ("@now", now), ("@expires", expires));
            },
            stop);
        context.Response.Cookies.Append(CookieName(context), handle, CookieOptions(context));
    }

    public async Task SignOut(HttpContext context, CancellationToken stop)
    {
        var hash = HashOfCookie(context);
        await database.WriteAsync(session => session.Execute("DELETE FROM sessions WHERE HandleHash = @hash", ("@hash", hash)), stop);
        context.Response.Cookies.Delete(CookieName(context), CookieOptions(context));
    }

    /// <summary>The signed-in user of this browser; null when nobody is, or when the user was suspended or deleted since.</summary>
    public Account? Find(HttpContext context)
    {
        if (!context.Request.Cookies.ContainsKey(CookieName(context)))
        {
            return null;
        }

        var hash = HashOfCookie(context);
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return database.Read(session => session.First(
            """
            SELECT u.Id, u.Domain, u.UserName, u.IsAdmin FROM sessions s JOIN users u ON u.Id = s.UserId
            WHERE s.HandleHash = @hash AND s.ExpiresAt > @now AND u.Suspended = 0 AND u.DeletedAt IS NULL
            """,
            row => new Account(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetBoolean(3)),
            ("@hash", hash), ("@now", now)));
    }

    /// <summary>What tells this browser's session from every other; of an empty text where there is none.</summary>
    public static byte[] HashOfCookie(HttpContext context) => OpaqueToken.Hash(context.Request.Cookies[CookieName(context)] ?? "");

    /// <summary>Over TLS the name itself forbids a cookie that another host or a plain connection has set.</summary>
    private static string CookieName(HttpContext context) => context.Request.IsHttps ? "__Host-valetkey" : "valetkey";

    private static CookieOptions CookieOptions(HttpContext context) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/", IsEssential = true };
}
