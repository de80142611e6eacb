using ValetKey.Server.Scopes;
using ValetKey.Server.Storage;

namespace ValetKey.Server.OAuth2.Authorize;

/// <summary>What users allowed before and have not revoked.</summary>
internal sealed class Consents(SqlDatabase database)
{
    /// <summary>Whether the user has allowed this client all of this before; access while away counts as one thing more.</summary>
    public bool Cover(long userId, AuthorizationRequest request)
    {
        var granted = database.Read(session => session.All(
            "SELECT DISTINCT Scopes FROM oauth2_grants WHERE UserId = @user AND ClientId = @client AND RevokedAt IS NULL AND ExpiresAt IS NULL AND Offline >= @offline",
            row => row.GetString(0),
            ("@user", userId), ("@client", request.ClientId), ("@offline", request.Offline)));
        return !request.Scopes.Except(granted.SelectMany(ScopeCatalogue.Split), StringComparer.Ordinal).Any();
    }

    /// <summary>What is granted when the user says yes: what was asked for, and with <c>include_granted_scopes</c> what this user granted to this project before.</summary>
    public IReadOnlyList<string> ScopesOf(long userId, RegisteredClient client, AuthorizationRequest request)
    {
        if (!request.IncludeGrantedScopes)
        {
            return request.Scopes;
        }

        var granted = database.Read(session => session.All(
            """
            SELECT DISTINCT g.Scopes FROM oauth2_clients c JOIN oauth2_grants g ON g.ClientId = c.ClientId AND g.UserId = @user
            WHERE c.ProjectId = @project AND g.RevokedAt IS NULL AND g.ExpiresAt IS NULL
            """,
            row => row.GetString(0),
            ("@user", userId), ("@project", client.ProjectId)));
        return [.. request.Scopes.Union(granted.SelectMany(ScopeCatalogue.Split), StringComparer.Ordinal)];
    }
}
