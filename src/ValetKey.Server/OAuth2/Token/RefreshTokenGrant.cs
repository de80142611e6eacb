using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ValetKey.Server.OAuth2.Tokens;
using ValetKey.Server.Scopes;

namespace ValetKey.Server.OAuth2.Token;

/// <summary>A refresh token for a new access token (RFC 6749 §6). A public client's is replaced each time, and its reuse detected (RFC 9700 §4.14.2).</summary>
internal sealed class RefreshTokenGrant(OAuth2Tokens tokens, TimeProvider time, ILogger<RefreshTokenGrant> log)
{
    private static readonly TokenError NoSuchToken = TokenError.InvalidGrant(
        "The refresh token is unknown, revoked, replaced, or another client's. Send the user to the authorization page again, with access_type=offline.");

    public async Task<IResult> Answer(RegisteredClient client, SentParameters sent, CancellationToken stop)
    {
        if (sent["refresh_token"] is not { } sentToken)
        {
            return TokenError.InvalidRequest("refresh_token is missing. Send the one that came with the first access token.");
        }

        var refresh = tokens.Find(sentToken);
        var asked = ScopeCatalogue.Split(sent["scope"]);
        if (Judge(client, refresh, asked, time.GetUtcNow()) is { } refused)
        {
            return refused;
        }

        if (await tokens.Refresh(refresh!, asked is [] ? refresh!.Scopes : asked, client.IsPublic, stop) is { } issued)
        {
            return TokenResponse.Of(issued);
        }

        log.TokenReused(TokenKind.Refresh, client.ClientId);
        return NoSuchToken;
    }

    /// <summary>The rules, on what was read; null when all hold. Whether it was replaced is decided by the write.</summary>
    internal static TokenError? Judge(RegisteredClient client, StoredToken? refresh, IReadOnlyList<string> asked, DateTimeOffset now) =>
        refresh is not { Kind: TokenKind.Refresh } || refresh.ClientId != client.ClientId || refresh.IsExpired(now) || !refresh.IsGrantAlive ? NoSuchToken
        : asked.Except(refresh.Scopes, StringComparer.Ordinal).Any() ? TokenError.InvalidScope(
            "scope names more than the user granted. A refresh may narrow the scopes, never widen them: ask the user for more.")
        : null;
}
