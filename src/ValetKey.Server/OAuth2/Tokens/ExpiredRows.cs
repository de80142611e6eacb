using ValetKey.Server.Storage;

namespace ValetKey.Server.OAuth2.Tokens;

/// <summary>Removes what nobody can use any more, in small steps. Rows stay for a day after their end, so that late replays are still recognized as such.</summary>
internal sealed class ExpiredRows(SqlDatabase database, TimeProvider time)
{
    private const int AtOnce = 500;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private byte[] cursor = [];

    /// <summary>One bounded step over each table. Tokens have no index but their key, so the step walks along it and goes on there next time.</summary>
    public Task Sweep(CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var (expired, forgotten) = (now.ToUnixTimeMilliseconds(), (now - Kept).ToUnixTimeMilliseconds());
        return database.WriteAsync(
            session =>
            {
                session.Execute(
                    "DELETE FROM oauth2_authorization_requests WHERE HandleHash IN (SELECT HandleHash FROM oauth2_authorization_requests WHERE ExpiresAt < @expired LIMIT @most)",
                    ("@expired", expired), ("@most", AtOnce));
                session.Execute(
                    "DELETE FROM oauth2_grants WHERE Id IN (SELECT Id FROM oauth2_grants WHERE ExpiresAt < @forgotten LIMIT @most)",
                    ("@forgotten", forgotten), ("@most", AtOnce));
                return SweepTokens(session, forgotten);
            },
            stop);
    }

    private int SweepTokens(SqlSession session, long forgotten)
    {
        var step = session.All(
            """
            SELECT t.TokenHash, t.ExpiresAt < @forgotten OR g.Id IS NULL FROM oauth2_tokens t LEFT JOIN oauth2_grants g ON g.Id = t.GrantId
            WHERE t.TokenHash > @cursor ORDER BY t.TokenHash LIMIT @most
            """,
            row => (Hash: (byte[])row[0], IsOver: !row.IsDBNull(1) && row.GetBoolean(1)),
            ("@forgotten", forgotten), ("@cursor", cursor), ("@most", AtOnce));
        cursor = step.Count < AtOnce ? [] : step[^1].Hash;
        return step.Where(token => token.IsOver).Sum(token => session.Execute("DELETE FROM oauth2_tokens WHERE TokenHash = @hash", ("@hash", token.Hash)));
    }
}
