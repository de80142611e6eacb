using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using ValetKey.OAuth;
using ValetKey.Server.Accounts;
using ValetKey.Server.Scopes;
using ValetKey.Server.Storage;

namespace ValetKey.Server.OAuth1;

/// <summary>The life of temporary and token credentials (RFC 5849 §2). Every step is one conditional write, so that of two at once one succeeds.</summary>
internal sealed class OAuth1Tokens(SqlDatabase database, SecretSealer sealer, IOptions<OAuth1Options> options, TimeProvider time)
{
    public const int WrongVerifiersAllowed = 5;

    public async Task<(string Token, string Secret)> CreateRequestToken(
        string consumerKey, IEnumerable<string> scopes, string callback, string? displayName, CancellationToken stop)
    {
        var (token, secret) = (OpaqueToken.Create("4/"), OpaqueToken.Create());
        var now = time.GetUtcNow();
        await database.WriteAsync(
            session => session.Execute(
                """
                INSERT INTO oauth1_tokens (TokenHash, State, ConsumerKey, SealedSecret, Scopes, Callback, DisplayName, WrongVerifiers, CreatedAt, ExpiresAt)
                VALUES (@hash, @state, @consumer, @secret, @scopes, @callback, @name, 0, @now, @expires)
                """,
                ("@hash", OpaqueToken.Hash(token)), ("@state", nameof(OAuth1TokenState.Request)), ("@consumer", consumerKey), ("@secret", sealer.Seal(secret)),
                ("@scopes", string.Join(' ', scopes)), ("@callback", callback), ("@name", displayName),
                ("@now", now.ToUnixTimeMilliseconds()), ("@expires", (now + options.Value.RequestTokenLifetime).ToUnixTimeMilliseconds())),
            stop);
        return (token, secret);
    }

    /// <summary>A request token that a user may decide on; its state says when its time is over. Null when there is none.</summary>
    public RequestToken? FindRequestToken(string token)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return database.Read(session => session.First(
            """
            SELECT t.ConsumerKey, CASE WHEN t.State = 'Request' AND t.ExpiresAt <= @now THEN 'Expired' ELSE t.State END,
                   t.Scopes, t.Callback, t.DisplayName, c.DisplayName, u.UserName || '@' || u.Domain
            FROM oauth1_tokens t JOIN oauth1_consumers c ON c.Key = t.ConsumerKey JOIN projects p ON p.Id = c.ProjectId JOIN users u ON u.Id = p.OwnerId
            WHERE t.TokenHash = @hash AND t.Callback IS NOT NULL AND c.Enabled = 1
            """,
            row => new RequestToken(
                row.GetString(0),
                Enum.Parse<OAuth1TokenState>(row.GetString(1)),
                ScopeCatalogue.Split(row.GetString(2)),
                row.GetString(3),
                row.IsDBNull(4) ? null : row.GetString(4),
                row.IsDBNull(5) ? null : row.GetString(5),
                row.GetString(6)),
            ("@hash", OpaqueToken.Hash(token)), ("@now", now)));
    }

    /// <returns>The verifier that the user takes back to the consumer; null when the token was decided on, or expired, before.</returns>
    public async Task<string?> Approve(string token, long userId, CancellationToken stop)
    {
        var verifier = OpaqueToken.Create();
        var approved = await Decide(token, OAuth1TokenState.ApprovedRequest, userId, OpaqueToken.Hash(verifier), stop);
        return approved ? verifier : null;
    }

    public Task<bool> Decline(string token, long userId, CancellationToken stop) => Decide(token, OAuth1TokenState.DeclinedRequest, userId, null, stop);

    /// <summary>Turns an approved request token into an access token, once.</summary>
    /// <returns>Null when another exchange was first.</returns>
    public Task<(string Token, string Secret)?> Exchange(string requestToken, CancellationToken stop)
    {
        var (token, secret) = (OpaqueToken.Create("1/"), OpaqueToken.Create());
        var (hash, sealedSecret, now) = (OpaqueToken.Hash(token), sealer.Seal(secret), time.GetUtcNow().ToUnixTimeMilliseconds());
        return database.WriteAsync<(string Token, string Secret)?>(
            session =>
            {
                var request = OpaqueToken.Hash(requestToken);
                if (session.Execute("UPDATE oauth1_tokens SET State = 'UsedRequest' WHERE TokenHash = @hash AND State = 'ApprovedRequest'", ("@hash", request)) == 0)
                {
                    return null;
                }

                session.Execute(
                    """
                    INSERT INTO oauth1_tokens (TokenHash, State, ConsumerKey, SealedSecret, Scopes, UserId, DisplayName, WrongVerifiers, CreatedAt)
                    SELECT @hash, 'Access', ConsumerKey, @secret, Scopes, UserId, DisplayName, 0, @now FROM oauth1_tokens WHERE TokenHash = @request
                    """,
                    ("@hash", hash), ("@secret", sealedSecret), ("@now", now), ("@request", request));
                return (token, secret);
            },
            stop);
    }

    public Task Revoke(string token, CancellationToken stop) => database.WriteAsync(
        session => session.Execute("UPDATE oauth1_tokens SET State = 'Revoked' WHERE TokenHash = @hash", ("@hash", OpaqueToken.Hash(token))), stop);

    /// <summary>Ends all that a user allowed a consumer; of an unregistered one, which many share, what was allowed under this name.</summary>
    public Task RevokeAll(long userId, string consumerKey, string? chosenName, CancellationToken stop) => database.WriteAsync(
        session => session.Execute(
            """
            UPDATE oauth1_tokens SET State = 'Revoked' WHERE UserId = @user AND ConsumerKey = @consumer AND State IN ('Access', 'ApprovedRequest')
              AND (DisplayName IS @name OR (SELECT c.DisplayName FROM oauth1_consumers c WHERE c.Key = @consumer) IS NOT NULL)
            """,
            ("@user", userId), ("@consumer", consumerKey), ("@name", chosenName)),
        stop);

    /// <summary>Compares in fixed time and counts wrong guesses; after five the token is dead, also for the right verifier.</summary>
    public async ValueTask<bool> TryVerifier(string token, string verifier, CancellationToken stop)
    {
        var hash = OpaqueToken.Hash(token);
        var expected = database.Read(session => session.First("SELECT VerifierHash FROM oauth1_tokens WHERE TokenHash = @hash", row => (byte[])row[0], ("@hash", hash)));
        if (CryptographicOperations.FixedTimeEquals(expected, OpaqueToken.Hash(verifier)))
        {
            return true;
        }

        await database.WriteAsync(
            session => session.Execute(
                """
                UPDATE oauth1_tokens SET WrongVerifiers = WrongVerifiers + 1, State = CASE WHEN WrongVerifiers + 1 >= @allowed THEN 'Rejected' ELSE State END
                WHERE TokenHash = @hash
                """,
                ("@hash", hash), ("@allowed", WrongVerifiersAllowed)),
            stop);
        return false;
    }

    /// <summary>Who allowed an access token, and what; null when the user is suspended or deleted now.</summary>
    public (Account Account, IReadOnlyList<string> Scopes)? FindGrant(string token) => database.Read(session => session.First<(Account, IReadOnlyList<string>)?>(
        """
        SELECT u.Id, u.Domain, u.UserName, u.IsAdmin, t.Scopes FROM oauth1_tokens t JOIN users u ON u.Id = t.UserId
        WHERE t.TokenHash = @hash AND u.Suspended = 0 AND u.DeletedAt IS NULL
        """,
        row => (new Account(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetBoolean(3)), ScopeCatalogue.Split(row.GetString(4))),
        ("@hash", OpaqueToken.Hash(token))));

    private async Task<bool> Decide(string token, OAuth1TokenState state, long userId, byte[]? verifierHash, CancellationToken stop)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return await database.WriteAsync(
            session => session.Execute(
                "UPDATE oauth1_tokens SET State = @state, UserId = @user, VerifierHash = @verifier WHERE TokenHash = @hash AND State = 'Request' AND ExpiresAt > @now",
                ("@state", state.ToString()), ("@user", userId), ("@verifier", verifierHash), ("@hash", OpaqueToken.Hash(token)), ("@now", now)),
            stop) == 1;
    }
}
