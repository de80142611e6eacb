using System.Security.Cryptography;
using ValetKey.OAuth;
using ValetKey.Server.Accounts;
using ValetKey.Server.Storage;

namespace ValetKey.Server.OAuth1;

/// <summary>What the verifier asks: one prepared SELECT a question.</summary>
internal sealed class OAuth1Store(SqlDatabase database, SecretSealer sealer, OAuth1Tokens tokens, TimeProvider time) : IOAuth1VerifierStore
{
    public ValueTask<VerifiedConsumer?> FindConsumerAsync(string consumerKey, CancellationToken stop) => ValueTask.FromResult(database.Read(session => session.First(
        """
        SELECT SealedSecret, CertificatePem, Enabled, SignatureMethods, EXISTS (SELECT 1 FROM domain_wide_scopes g WHERE g.Client = c.Key) FROM oauth1_consumers c
        WHERE Key = @key AND (DisplayName IS NOT NULL OR (
            SELECT d.AllowsUnregistered FROM projects p JOIN users u ON u.Id = p.OwnerId JOIN domains d ON d.Name = u.Domain WHERE p.Id = c.ProjectId))
        """,
        row =>
        {
            Secret secret = sealer.Open((byte[])row[0]);
            RSA[] publicKeys = row.IsDBNull(1) ? [] : [RsaKey.ReadPublic(row.GetString(1))];
            var chosen = row.IsDBNull(3) ? SignatureMethod.All : [.. row.GetString(3).Split(' ').Select(name => SignatureMethod.Parse(name, null))];
            return new VerifiedConsumer(     // without a secret only a private key can sign, and the other way round
                consumerKey, secret, publicKeys, [.. chosen.Where(method => method.IsRsa ? publicKeys.Length > 0 : !secret.IsEmpty)], row.GetBoolean(2))
            {
                MayActAlone = row.GetBoolean(4),
            };
        },
        ("@key", consumerKey))));

    public ValueTask<VerifiedToken?> FindTokenAsync(string token, CancellationToken stop)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return ValueTask.FromResult(database.Read(session => session.First(
            """
            SELECT CASE WHEN ExpiresAt <= @now AND State IN ('Request', 'ApprovedRequest') THEN 'Expired' ELSE State END, ConsumerKey, SealedSecret, COALESCE(Callback = '', 0)
            FROM oauth1_tokens WHERE TokenHash = @hash AND State <> 'Rejected'
            """,
            row => new VerifiedToken(token, sealer.Open((byte[])row[2]), row.GetString(1), Enum.Parse<OAuth1TokenState>(row.GetString(0))) { NeedsNoVerifier = row.GetBoolean(3) },
            ("@hash", OpaqueToken.Hash(token)), ("@now", now))));
    }

    public ValueTask<bool> TryVerifierAsync(VerifiedToken token, string verifier, CancellationToken stop) => tokens.TryVerifier(token.Token, verifier, stop);
}
