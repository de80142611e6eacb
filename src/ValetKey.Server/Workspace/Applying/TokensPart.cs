using Microsoft.EntityFrameworkCore;
using ValetKey.OAuth;
using ValetKey.Server.Accounts;
using ValetKey.Server.OAuth1;
using ValetKey.Server.OAuth2;
using ValetKey.Server.OAuth2.Tokens;
using ValetKey.Server.Storage;
using ValetKey.Server.Workspace.Sections;

namespace ValetKey.Server.Workspace.Applying;

/// <summary>Ready-made tokens, stored as issued ones are: hashed, their secrets sealed.</summary>
internal static class TokensPart
{
    /// <summary>A grant with an end is no consent that the pages remember, and this end is never reached by the sweep.</summary>
    private static readonly DateTimeOffset Never = DateTimeOffset.MaxValue;

    public static async Task Apply(WorkspaceFile file, SecretSealer sealer, WorkspaceChanges changes, CancellationToken stop)
    {
        await changes.Save(stop);        // the tokens' consumers and clients may come from this very file
        foreach (var token in file.Tokens)
        {
            if (await changes.Find(token.User, stop) is not { } user)
            {
                continue;
            }

            await (token switch
            {
                WorkspaceToken.OAuth1 oauth1 => Apply(oauth1, user.Id, sealer, changes, stop),
                WorkspaceToken.OAuth2 oauth2 => Apply(oauth2, user.Id, changes, stop),
                _ => throw new InvalidOperationException($"{token.GetType().Name} is no kind of token."),
            });
        }
    }

    /// <summary>Lets the ready-made access tokens begin anew: they live for their time from each start of the server on.</summary>
    public static async Task Renew(WorkspaceFile file, SqlDatabase database, DateTimeOffset now, CancellationToken stop)
    {
        foreach (var token in file.Tokens.OfType<WorkspaceToken.OAuth2>().Where(token => token.ExpiresIn is not null))
        {
            var (hash, expires) = (OpaqueToken.Hash(token.AccessToken.Reveal()), (now + token.ExpiresIn!.Value).ToUnixTimeMilliseconds());
            await database.WriteAsync(
                session => session.Execute("UPDATE oauth2_tokens SET ExpiresAt = @expires WHERE TokenHash = @hash AND Kind = 'access'", ("@expires", expires), ("@hash", hash)), stop);
        }
    }

    private static async Task Apply(WorkspaceToken.OAuth1 token, long userId, SecretSealer sealer, WorkspaceChanges changes, CancellationToken stop)
    {
        if (await changes.Db.Consumers.FindAsync([token.ConsumerKey], stop) is null)
        {
            changes.Complain(token.ConsumerPlace, $"names {token.ConsumerKey}, which is no consumer", "Name a consumer of this file or of the database.");
            return;
        }

        var tokens = changes.Db.Set<OAuth1TokenRow>();
        var hash = OpaqueToken.Hash(token.Token.Reveal());
        var existing = await tokens.AsNoTracking().FirstOrDefaultAsync(t => t.TokenHash == hash, stop);
        await tokens.Where(t => t.TokenHash == hash).ExecuteDeleteAsync(stop);
        tokens.Add(new OAuth1TokenRow
        {
            TokenHash = hash,
            State = nameof(OAuth1TokenState.Access),
            ConsumerKey = token.ConsumerKey,
            SealedSecret = existing is null ? sealer.Seal(token.TokenSecret.Reveal()) : SealedSecrets.Keep(existing.SealedSecret, token.TokenSecret, sealer),
            Scopes = string.Join(' ', token.Scopes),
            UserId = userId,
            CreatedAt = existing?.CreatedAt ?? changes.Now,
        });
    }

    private static async Task Apply(WorkspaceToken.OAuth2 token, long userId, WorkspaceChanges changes, CancellationToken stop)
    {
        if (await changes.Db.Clients.FindAsync([token.ClientId], stop) is null)
        {
            changes.Complain(token.ClientPlace, $"names {token.ClientId}, which is no client", "Name a client of this file or of the database.");
            return;
        }

        var (tokens, grants, scopes) = (changes.Db.Set<OAuth2TokenRow>(), changes.Db.Set<GrantRow>(), string.Join(' ', token.Scopes));
        var access = OpaqueToken.Hash(token.AccessToken.Reveal());
        var refresh = token.RefreshToken is { IsEmpty: false } secret ? OpaqueToken.Hash(secret.Reveal()) : null;
        var grantId = await tokens.Where(t => t.TokenHash == access).Select(t => (long?)t.GrantId).FirstOrDefaultAsync(stop);
        var grant = await grants.FirstOrDefaultAsync(g => g.Id == grantId && g.UserId == userId && g.ClientId == token.ClientId, stop);
        if (grant is null)
        {
            grant = new GrantRow { UserId = userId, ClientId = token.ClientId, Scopes = scopes, Offline = refresh is not null, CreatedAt = changes.Now };
            grants.Add(grant);
        }

        (grant.Scopes, grant.ExpiresAt, grant.RevokedAt) = (scopes, Never, null);
        await changes.Save(stop);
        await tokens.Where(t => t.TokenHash == access || t.TokenHash == refresh).ExecuteDeleteAsync(stop);
        tokens.Add(new OAuth2TokenRow { TokenHash = access, Kind = TokenKind.Access, GrantId = grant.Id, Scopes = scopes, ExpiresAt = changes.Now + token.ExpiresIn });
        if (refresh is not null)
        {
            tokens.Add(new OAuth2TokenRow { TokenHash = refresh, Kind = TokenKind.Refresh, GrantId = grant.Id, Scopes = scopes });
        }
    }
}
