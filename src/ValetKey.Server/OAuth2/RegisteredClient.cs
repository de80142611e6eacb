using System.Security.Cryptography;
using ValetKey.Server.Accounts;

namespace ValetKey.Server.OAuth2;

/// <summary>A client as the console registered it.</summary>
/// <param name="Type"><c>web</c> or <c>installed</c>.</param>
/// <param name="SecretHash">Null: a public client, which anybody can pose as.</param>
/// <param name="Name">What the consent page calls it.</param>
/// <param name="RegisteredBy">E-mail address of whoever answers for the project.</param>
internal sealed record RegisteredClient(
    string ClientId, long ProjectId, string Type, byte[]? SecretHash, string Name, string RegisteredBy, IReadOnlyList<string> RedirectUris)
{
    public bool IsPublic => SecretHash is null;

    public bool IsInstalled => Type == "installed";

    /// <summary>In a time that does not depend on where the two differ; false for a public client.</summary>
    public bool HasSecret(string secret) => SecretHash is not null && CryptographicOperations.FixedTimeEquals(SecretHash, OpaqueToken.Hash(secret));
}
