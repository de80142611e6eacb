using System.Text.Json;
using Microsoft.Extensions.Options;
using ValetKey.Server.Accounts;
using ValetKey.Server.OAuth2.Authorize;
using ValetKey.Server.Scopes;
using ValetKey.Server.Storage;

namespace ValetKey.Server.OAuth2.Tokens;

/// <summary>The life of codes, access and refresh tokens. What may succeed once is one conditional UPDATE, so that of two at once, on two nodes too, one succeeds.</summary>
internal sealed class OAuth2Tokens(SqlDatabase database, IOptions<OAuth2Options> options, TimeProvider time)
{
    /// <summary>Writes the grant and its code, and ends the request that waited for it.</summary>
    /// <param name="handle">Of the waiting request; null when there is none.</param>
    /// <returns>Null when the request had been answered before.</returns>
    public Task<string?> IssueCode(Approval approval, string? handle, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var code = OpaqueToken.Create("4/");
        var request = approval.Request;
        var binding = new CodeBinding(request.RedirectUri, request.CodeChallenge, approval.GivesRefreshToken, request.Nonce);
        var lastTokenEnds = now + options.Value.CodeLifetime + options.Value.AccessTokenLifetime;
        return database.WriteAsync<string?>(
            session =>
            {
                if (handle is not null && !PendingAuthorizations.Take(session, handle))
                {
                    return null;
                }

                var grant = session.First(
                    """
                    INSERT INTO oauth2_grants (UserId, ClientId, Scopes, Offline, CreatedAt, ExpiresAt)
                    VALUES (@user, @client, @scopes, @offline, @now, @expires) RETURNING Id
                    """,
                    row => row.GetInt64(0),
                    ("@user", approval.UserId), ("@client", request.ClientId), ("@scopes", string.Join(' ', approval.Scopes)), ("@offline", request.Offline),
                    ("@now", now.ToUnixTimeMilliseconds()), ("@expires", approval.IsRemembered ? null : lastTokenEnds.ToUnixTimeMilliseconds()));
                Insert(session, code, TokenKind.Code, grant, approval.Scopes, JsonSerializer.Serialize(binding, OAuth2Json.Default.CodeBinding), now + options.Value.CodeLifetime);
                return code;
            },
            stop);
    }

    public StoredToken? Find(string token)
    {
        var hash = OpaqueToken.Hash(token);
        return database.Read(session => session.First(
            """
            SELECT t.Kind, t.GrantId, g.UserId, g.ClientId, t.Scopes, t.Binding, t.ExpiresAt, t.ConsumedAt,
                   g.RevokedAt IS NULL AND u.Suspended = 0 AND u.DeletedAt IS NULL
            FROM oauth2_tokens t JOIN oauth2_grants g ON g.Id = t.GrantId JOIN users u ON u.Id = g.UserId
            WHERE t.TokenHash = @hash
            """,
            row => new StoredToken(
                hash,
                row.GetString(0),
                row.GetInt64(1),
                row.GetInt64(2),
                row.GetString(3),
                ScopeCatalogue.Split(row.GetString(4)),
                row.IsDBNull(5) ? null : JsonSerializer.Deserialize(row.GetString(5), OAuth2Json.Default.CodeBinding),
                row.IsDBNull(6) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6)),
                row.IsDBNull(7) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(7)),
                row.GetBoolean(8)),
            ("@hash", hash)));
    }

    /// <summary>The caller behind an access token that is good at this moment: one statement, by the token's hash.</summary>
    public Caller? FindCaller(string accessToken) => database.Read(session => session.First(
        """
        SELECT u.Id, u.Domain, u.UserName, u.IsAdmin, g.ClientId, t.Scopes
        FROM oauth2_tokens t JOIN oauth2_grants g ON g.Id = t.GrantId JOIN users u ON u.Id = g.UserId
        WHERE t.TokenHash = @hash AND t.Kind = 'access' AND (t.ExpiresAt > @now OR t.ExpiresAt IS NULL) AND g.RevokedAt IS NULL AND u.Suspended = 0 AND u.DeletedAt IS NULL
        """,
        row => new Caller(
            new Account(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetBoolean(3)), row.GetString(4), ScopeCatalogue.Split(row.GetString(5)), ApiScheme.Bearer),
        ("@hash", OpaqueToken.Hash(accessToken)), ("@now", time.GetUtcNow().ToUnixTimeMilliseconds())));

    /// <returns>Null when another exchange of the code was first: what that one gave is revoked now (RFC 6749 §4.1.2).</returns>
    public Task<IssuedTokens?> Exchange(StoredToken code, CancellationToken stop)
    {
        var (now, issued) = (time.GetUtcNow(), Issue(code.Scopes, code.Binding!.GivesRefreshToken));
        return database.WriteAsync(
            session =>
            {
                if (session.Execute("UPDATE oauth2_tokens SET ConsumedAt = @now WHERE TokenHash = @hash AND ConsumedAt IS NULL", ("@now", now.ToUnixTimeMilliseconds()), ("@hash", code.Hash)) == 0)
                {
                    RevokeGrant(session, code.GrantId, now);
                    return null;
                }

                Insert(session, issued, code.GrantId, code.Scopes, now);
                return issued;
            },
            stop);
    }

    /// <param name="scopes">Of the new access token.</param>
    /// <param name="rotate">Whether the refresh token is replaced; it serves again within the leeway, and after it means that two have it.</param>
    /// <returns>Null when the refresh token was replaced too long ago: its whole family is revoked now (RFC 9700 §4.14.2).</returns>
    public Task<IssuedTokens?> Refresh(StoredToken refresh, IReadOnlyList<string> scopes, bool rotate, CancellationToken stop)
    {
        var (now, issued) = (time.GetUtcNow(), Issue(scopes, rotate));
        return database.WriteAsync(
            session =>
            {
                if (rotate && session.Execute(
                    "UPDATE oauth2_tokens SET ConsumedAt = COALESCE(ConsumedAt, @now) WHERE TokenHash = @hash AND (ConsumedAt IS NULL OR ConsumedAt > @reusable)",
                    ("@now", now.ToUnixTimeMilliseconds()), ("@hash", refresh.Hash), ("@reusable", (now - options.Value.RefreshLeeway).ToUnixTimeMilliseconds())) == 0)
                {
                    RevokeGrant(session, refresh.GrantId, now);
                    return null;
                }

                Insert(session, issued, refresh.GrantId, refresh.Scopes, now);
                return issued;
            },
            stop);
    }

    /// <summary>Ends a code that was presented wrongly.</summary>
    public Task Discard(StoredToken code, CancellationToken stop) => database.WriteAsync(
        session => session.Execute("DELETE FROM oauth2_tokens WHERE TokenHash = @hash AND ConsumedAt IS NULL", ("@hash", code.Hash)), stop);

    /// <summary>Ends every token of a grant, however many there are.</summary>
    public Task RevokeGrant(long grantId, CancellationToken stop) => database.WriteAsync(session => RevokeGrant(session, grantId, time.GetUtcNow()), stop);

    /// <summary>Ends all that a user ever allowed a client: as at Google, whichever of its tokens is revoked.</summary>
    public Task RevokeAll(long userId, string clientId, CancellationToken stop) => database.WriteAsync(
        session => session.Execute(
            "UPDATE oauth2_grants SET RevokedAt = @now, ExpiresAt = @now WHERE UserId = @user AND ClientId = @client AND RevokedAt IS NULL",
            ("@now", time.GetUtcNow().ToUnixTimeMilliseconds()), ("@user", userId), ("@client", clientId)),
        stop);

    private static int RevokeGrant(SqlSession session, long grantId, DateTimeOffset now) => session.Execute(
        "UPDATE oauth2_grants SET RevokedAt = @now, ExpiresAt = @now WHERE Id = @id AND RevokedAt IS NULL", ("@now", now.ToUnixTimeMilliseconds()), ("@id", grantId));

    private static void Insert(SqlSession session, string token, string kind, long grantId, IEnumerable<string> scopes, string? binding, DateTimeOffset? expires) => session.Execute(
        "INSERT INTO oauth2_tokens (TokenHash, Kind, GrantId, Scopes, Binding, ExpiresAt) VALUES (@hash, @kind, @grant, @scopes, @binding, @expires)",
        ("@hash", OpaqueToken.Hash(token)), ("@kind", kind), ("@grant", grantId), ("@scopes", string.Join(' ', scopes)), ("@binding", binding),
        ("@expires", expires?.ToUnixTimeMilliseconds()));

    private static void Insert(SqlSession session, IssuedTokens issued, long grantId, IReadOnlyList<string> grantedScopes, DateTimeOffset now)
    {
        Insert(session, issued.AccessToken, TokenKind.Access, grantId, issued.Scopes, null, now + issued.Lifetime);
        if (issued.RefreshToken is not null)
        {
            Insert(session, issued.RefreshToken, TokenKind.Refresh, grantId, grantedScopes, null, null);
        }
    }

    private IssuedTokens Issue(IReadOnlyList<string> scopes, bool withRefreshToken) =>
        new(OpaqueToken.Create("ya29."), withRefreshToken ? OpaqueToken.Create("1/") : null, scopes, options.Value.AccessTokenLifetime);
}
