using ValetKey.Server.Storage;

namespace ValetKey.Server.ApisConsole;

/// <summary>What domains allow beyond the usual; a domain that does not exist allows nothing.</summary>
internal sealed class DomainPolicies(SqlDatabase database)
{
    /// <summary>OAuth 1.0 before revision A, for the users of this domain.</summary>
    public bool AllowsRevision10(string domain) => database.Read(session => session.First(
        "SELECT AllowsRevision10 FROM domains WHERE Name = @name", row => row.GetBoolean(0), ("@name", domain)));

    /// <summary>OAuth 1.0 before revision A, for a consumer whose project a user of such a domain owns.</summary>
    public bool AllowsRevision10Of(string consumerKey) => database.Read(session => session.First(
        """
        SELECT d.AllowsRevision10 FROM oauth1_consumers c JOIN projects p ON p.Id = c.ProjectId JOIN users u ON u.Id = p.OwnerId JOIN domains d ON d.Name = u.Domain
        WHERE c.Key = @key
        """,
        row => row.GetBoolean(0),
        ("@key", consumerKey)));

    /// <summary>Applications that nobody registered, for the users of this domain.</summary>
    public bool AllowsUnregistered(string domain) => database.Read(session => session.First(
        "SELECT AllowsUnregistered FROM domains WHERE Name = @name", row => row.GetBoolean(0), ("@name", domain)));
}
