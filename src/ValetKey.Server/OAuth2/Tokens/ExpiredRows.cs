using ValetKey.Server.Storage;

namespace ValetKey.Server.OAuth2.Tokens;

/// <summary>Removes what nobody can use any more, in small steps that let others write in between. Rows stay for a day after their end, so that late replays are still recognized as such.</summary>
internal sealed class ExpiredRows(SqlDatabase database, TimeProvider time)
{
    private const int AtOnce = 500;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public async Task Sweep(CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var (expired, forgotten) = (now.ToUnixTimeMilliseconds(), (now - Kept).ToUnixTimeMilliseconds());
        await InSteps(
            "DELETE FROM oauth2_authorization_requests WHERE HandleHash IN (SELECT HandleHash FROM oauth2_authorization_requests WHERE ExpiresAt < @before LIMIT @most)", expired, stop);
        await InSteps("DELETE FROM oauth2_grants WHERE Id IN (SELECT Id FROM oauth2_grants WHERE ExpiresAt < @before LIMIT @most)", forgotten, stop);
        await SweepTokens(forgotten, stop);
    }

    private async Task InSteps(string delete, long before, CancellationToken stop)
    {
        while (await database.WriteAsync(session => session.Execute(delete, ("@before", before), ("@most", AtOnce)), stop) == AtOnce)
        {
        }
    }

    /// <summary>Tokens have no index but their key: this reads along it, and writes only where something has ended or lost its grant.</summary>
    private async Task SweepTokens(long forgotten, CancellationToken stop)
    {
        byte[] cursor = [];
        for (var read = AtOnce; read == AtOnce;)
        {
            var step = database.Read(session => session.All(
                """
                SELECT t.TokenHash, COALESCE(t.ExpiresAt < @forgotten, 0) OR g.Id IS NULL FROM oauth2_tokens t LEFT JOIN oauth2_grants g ON g.Id = t.GrantId
                WHERE t.TokenHash > @cursor ORDER BY t.TokenHash LIMIT @most
                """,
                row => (Hash: (byte[])row[0], IsOver: row.GetBoolean(1)),
                ("@forgotten", forgotten), ("@cursor", cursor), ("@most", AtOnce)));
            var over = step.Where(token => token.IsOver).ToList();
            if (over.Count > 0)
            {
                await database.WriteAsync(session => over.Sum(token => session.Execute("DELETE FROM oauth2_tokens WHERE TokenHash = @hash", ("@hash", token.Hash))), stop);
            }

            (read, cursor) = (step.Count, step is [.., var last] ? last.Hash : cursor);
        }
    }
}
