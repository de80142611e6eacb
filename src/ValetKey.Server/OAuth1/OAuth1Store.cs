using System.Security.Cryptography;
using ValetKey.OAuth;
using ValetKey.Server.Accounts;
using ValetKey.Server.Storage;

namespace ValetKey.Server.OAuth1;

/// <summary>What the verifier asks: one prepared SELECT a question.</summary>
internal sealed class OAuth1Store(SqlDatabase database, SecretSealer sealer, OAuth1Tokens tokens, TimeProvider time) : IOAuth1VerifierStore
{
    public ValueTask<VerifiedConsumer?> FindConsumerAsync(string consumerKey, CancellationToken stop) => ValueTask.FromResult(database.Read(session => session.First(
        "SELECT SealedSecret, CertificatePem, Enabled FROM oauth1_consumers WHERE Key = @key",
        row =>
        {
            Secret secret = sealer.Open((byte[])row[0]);
            RSA[] publicKeys = row.IsDBNull(1) ? [] : [RsaKey.ReadPublic(row.GetString(1))];
            return new VerifiedConsumer(     // without a secret only a private key can sign, and the other way round
                consumerKey, secret, publicKeys, [.. SignatureMethod.All.Where(method => method.IsRsa ? publicKeys.Length > 0 : !secret.IsEmpty)], row.GetBoolean(2));
        },
        ("@key", consumerKey))));

    public ValueTask<VerifiedToken?> FindTokenAsync(string token, CancellationToken stop)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return ValueTask.FromResult(database.Read(session => session.First(
            """
            SELECT CASE WHEN ExpiresAt <= @now AND State IN ('Request', 'ApprovedRequest') THEN 'Expired' ELSE State END, ConsumerKey, SealedSecret
            FROM oauth1_tokens WHERE TokenHash = @hash AND State <> 'Rejected'
            """,
            row => new VerifiedToken(token, sealer.Open((byte[])row[2]), row.GetString(1), Enum.Parse<OAuth1TokenState>(row.GetString(0))),
            ("@hash", OpaqueToken.Hash(token)), ("@now", now))));
    }

    public ValueTask<bool> TryVerifierAsync(VerifiedToken token, string verifier, CancellationToken stop) => tokens.TryVerifier(token.Token, verifier, stop);
}
