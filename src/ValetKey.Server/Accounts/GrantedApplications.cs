using Microsoft.Data.Sqlite;
using ValetKey.Server.OAuth1;
using ValetKey.Server.OAuth2.Tokens;
using ValetKey.Server.Scopes;
using ValetKey.Server.Storage;

namespace ValetKey.Server.Accounts;

/// <summary>What a user has allowed and not taken back, by application. When it was last used is not known: that would be a write at every call.</summary>
internal sealed class GrantedApplications(SqlDatabase database, OAuth1Tokens oauth1, OAuth2Tokens oauth2, TimeProvider time)
{
    private const string ByOAuth1 =
        """
        SELECT t.ConsumerKey, c.DisplayName, CASE WHEN c.DisplayName IS NULL THEN t.DisplayName END, t.Scopes, t.CreatedAt
        FROM oauth1_tokens t JOIN oauth1_consumers c ON c.Key = t.ConsumerKey WHERE t.UserId = @user AND t.State = 'Access'
        """;

    private const string ByOAuth2 =
        """
        SELECT g.ClientId, COALESCE(c.DisplayName, p.Name), NULL, g.Scopes, g.CreatedAt
        FROM oauth2_grants g JOIN oauth2_clients c ON c.ClientId = g.ClientId JOIN projects p ON p.Id = c.ProjectId
        WHERE g.UserId = @user AND g.RevokedAt IS NULL AND (g.ExpiresAt IS NULL OR g.ExpiresAt > @now)
        """;

    /// <summary>By name, so that a page shows the same order each time.</summary>
    public IReadOnlyList<GrantedApplication> Of(long userId)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return database.Read(session => session.All(ByOAuth1, row => Read(row, GrantedApplication.OAuth1), ("@user", userId))
            .Concat(session.All(ByOAuth2, row => Read(row, GrantedApplication.OAuth2), ("@user", userId), ("@now", now)))
            .GroupBy(grant => (grant.Protocol, grant.ClientId, grant.ChosenName))
            .Select(grants => grants.First() with { Scopes = [.. grants.SelectMany(grant => grant.Scopes).Distinct(StringComparer.Ordinal)], Since = grants.Min(grant => grant.Since) })
            .OrderBy(application => application.Name, StringComparer.OrdinalIgnoreCase).ThenBy(application => application.ClientId, StringComparer.Ordinal)
            .ToList());
    }

    /// <summary>Ends all of an application's tokens at once; what is not there is ended already.</summary>
    /// <param name="chosenName">Tells unregistered applications apart, which share a consumer key.</param>
    public Task Revoke(long userId, string protocol, string clientId, string? chosenName, CancellationToken stop) => protocol == GrantedApplication.OAuth1
        ? oauth1.RevokeAll(userId, clientId, chosenName, stop)
        : oauth2.RevokeAll(userId, clientId, stop);

    private static GrantedApplication Read(SqliteDataReader row, string protocol) => new(
        protocol, row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2),
        ScopeCatalogue.Split(row.GetString(3)), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)));
}
