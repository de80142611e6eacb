using System.Text.Json;
using Microsoft.Extensions.Options;
using ValetKey.Server.Accounts;
using ValetKey.Server.Scopes;
using ValetKey.Server.Storage;

namespace ValetKey.Server.OAuth2.Authorize;

/// <summary>Requests that wait for their user. Forms and links carry a handle alone, so that nothing in them can be changed; the consent page's handle serves one session, once.</summary>
internal sealed class PendingAuthorizations(SqlDatabase database, IOptions<OAuth2Options> options, TimeProvider time)
{
    /// <returns>The handle.</returns>
    public async Task<string> Store(AuthorizationRequest request, CancellationToken stop)
    {
        var handle = OpaqueToken.Create();
        await database.WriteAsync(
            session => session.Execute(
                "INSERT INTO oauth2_authorization_requests (HandleHash, Request, ExpiresAt) VALUES (@hash, @request, @expires)",
                ("@hash", OpaqueToken.Hash(handle)),
                ("@request", JsonSerializer.Serialize(request, OAuth2Json.Default.AuthorizationRequest)),
                ("@expires", (time.GetUtcNow() + options.Value.RequestLifetime).ToUnixTimeMilliseconds())),
            stop);
        return handle;
    }

    /// <summary>The request behind a link. Whoever follows the link is asked anew, as with the address that the client made.</summary>
    public AuthorizationRequest? Find(string handle) => database.Read(session => session.First(
        "SELECT Request FROM oauth2_authorization_requests WHERE HandleHash = @hash AND ExpiresAt > @now",
        row => JsonSerializer.Deserialize(row.GetString(0), OAuth2Json.Default.AuthorizationRequest),
        ("@hash", OpaqueToken.Hash(handle)), ("@now", Now())));

    /// <summary>Notes what is shown, and to whom: this session alone may answer.</summary>
    public Task Show(string handle, long userId, byte[] sessionHash, IEnumerable<string> scopes, CancellationToken stop) => database.WriteAsync(
        session => session.Execute(
            "UPDATE oauth2_authorization_requests SET UserId = @user, SessionHash = @session, Scopes = @scopes WHERE HandleHash = @hash",
            ("@user", userId), ("@session", sessionHash), ("@scopes", string.Join(' ', scopes)), ("@hash", OpaqueToken.Hash(handle))),
        stop);

    /// <returns>The request and the scopes that were shown to this very session; null for any other.</returns>
    public (AuthorizationRequest Request, IReadOnlyList<string> Scopes)? FindShown(string handle, long userId, byte[] sessionHash) =>
        database.Read(session => session.First<(AuthorizationRequest, IReadOnlyList<string>)?>(
            """
            SELECT Request, Scopes FROM oauth2_authorization_requests
            WHERE HandleHash = @hash AND UserId = @user AND SessionHash = @session AND ExpiresAt > @now
            """,
            row => (JsonSerializer.Deserialize(row.GetString(0), OAuth2Json.Default.AuthorizationRequest)!, ScopeCatalogue.Split(row.GetString(1))),
            ("@hash", OpaqueToken.Hash(handle)), ("@user", userId), ("@session", sessionHash), ("@now", Now())));

    /// <summary>Ends a request, within the caller's transaction.</summary>
    /// <returns>False when another answer was first.</returns>
    public static bool Take(SqlSession session, string handle) =>
        session.Execute("DELETE FROM oauth2_authorization_requests WHERE HandleHash = @hash", ("@hash", OpaqueToken.Hash(handle))) == 1;

    public Task<bool> Take(string handle, CancellationToken stop) => database.WriteAsync(session => Take(session, handle), stop);

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
