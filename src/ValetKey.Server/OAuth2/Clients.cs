using ValetKey.Server.Storage;

namespace ValetKey.Server.OAuth2;

internal sealed class Clients(SqlDatabase database)
{
    public RegisteredClient? Find(string clientId) => database.Read(session => session.First(
        """
        SELECT c.ClientId, c.ProjectId, c.Type, c.SecretHash, COALESCE(c.DisplayName, p.Name), u.UserName || '@' || u.Domain, c.RedirectUris
        FROM oauth2_clients c JOIN projects p ON p.Id = c.ProjectId JOIN users u ON u.Id = p.OwnerId
        WHERE c.ClientId = @id
        """,
        row => new RegisteredClient(
            row.GetString(0),
            row.GetInt64(1),
            row.GetString(2),
            row.IsDBNull(3) ? null : (byte[])row[3],
            row.GetString(4),
            row.GetString(5),
            row.GetString(6).Split('\n', StringSplitOptions.RemoveEmptyEntries)),
        ("@id", clientId)));
}
