using Microsoft.AspNetCore.Http;
using ValetKey.OAuth;
using ValetKey.Server.Accounts;
using ValetKey.Server.Scopes;
using ValetKey.Server.Storage;

namespace ValetKey.Server.OAuth1;

/// <summary>Two-legged requests: no token, and in the query the user that the consumer acts for, within what the user's domain has granted to it.</summary>
internal sealed class RequestorIds(SqlDatabase database)
{
    public const string Name = "xoauth_requestor_id";

    /// <returns>Null for everybody that the consumer may not act for: unknown, suspended, of a domain that granted it nothing, named twice, or not in the query.</returns>
    public (Account Account, IReadOnlyList<string> Scopes)? Find(HttpRequest request, OAuth1Verification.Verified verified)
    {
        var named = verified.Parameters.Where(p => p.Name == Name).Select(p => p.Value).ToList();
        if (named is not [var email] || request.Query[Name] != email || email.LastIndexOf('@') is not (> 0 and var at))
        {
            return null;
        }

        return database.Read(session => session.First<(Account, IReadOnlyList<string>)?>(
            """
            SELECT u.Id, u.Domain, u.UserName, u.IsAdmin, g.Scopes FROM users u JOIN domain_wide_scopes g ON g.Domain = u.Domain AND g.Client = @consumer
            WHERE u.Domain = @domain AND u.UserName = @name AND u.Suspended = 0 AND u.DeletedAt IS NULL
            """,
            row => (new Account(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetBoolean(3)), ScopeCatalogue.Split(row.GetString(4))),
            ("@consumer", verified.Consumer.Key), ("@domain", email[(at + 1)..].ToLowerInvariant()), ("@name", email[..at].ToLowerInvariant())));
    }
}
