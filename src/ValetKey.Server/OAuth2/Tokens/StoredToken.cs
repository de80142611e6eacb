namespace ValetKey.Server.OAuth2.Tokens;

/// <summary>A token as the database knows it, with the grant that it belongs to.</summary>
/// <param name="Binding">Of a code.</param>
/// <param name="IsGrantAlive">The grant is not revoked, and its user neither suspended nor deleted.</param>
internal sealed record StoredToken(
    byte[] Hash,
    string Kind,
    long GrantId,
    long UserId,
    string ClientId,
    IReadOnlyList<string> Scopes,
    CodeBinding? Binding,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? ConsumedAt,
    bool IsGrantAlive)
{
    public bool IsExpired(DateTimeOffset now) => ExpiresAt <= now;
}
