using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ValetKey.Server.OAuth2.Tokens;
using ValetKey.Server.Scopes;

namespace ValetKey.Server.OAuth2.Token;

/// <summary>A code for tokens (RFC 6749 §4.1.3), once, by the client that it was given to.</summary>
internal sealed class AuthorizationCodeGrant(OAuth2Tokens tokens, TimeProvider time, ILogger<AuthorizationCodeGrant> log)
{
    private static readonly TokenError NoSuchCode = TokenError.InvalidGrant(
        "The code is unknown, expired, used, or another client's. It serves once and for a few minutes: send the user to the authorization page again.");

    public async Task<IResult> Answer(RegisteredClient client, SentParameters sent, CancellationToken stop)
    {
        if (sent["code"] is not { } sentCode)
        {
            return TokenError.InvalidRequest("code is missing. Send the code that came back to the redirect URI.");
        }

        var code = tokens.Find(sentCode);
        if (Judge(client, sent, code, time.GetUtcNow()) is { } refused)
        {
            await Follow(refused.Then, code!, stop);
            return refused.Error;
        }

        if (await tokens.Exchange(code!, stop) is { } issued)
        {
            return TokenResponse.Of(issued);
        }

        log.TokenReused(TokenKind.Code, client.ClientId);
        return NoSuchCode;
    }

    /// <summary>The rules, on what was read; null when all hold.</summary>
    internal static GrantRefusal? Judge(RegisteredClient client, SentParameters sent, StoredToken? code, DateTimeOffset now) =>
        code is not { Kind: TokenKind.Code, Binding: { } binding } || code.ClientId != client.ClientId ? new(NoSuchCode)
        : code.ConsumedAt is not null ? new(NoSuchCode, GrantRefusal.Effect.Revoke)
        : code.IsExpired(now) || !code.IsGrantAlive ? new(NoSuchCode)
        : sent["redirect_uri"] != binding.RedirectUri ? Spent("redirect_uri_mismatch",
            "redirect_uri differs from the one that this code was sent to, to which it must be equal character by character. The code is dead now.")
        : Verifier(binding, sent["code_verifier"]) is { } why ? Spent("invalid_grant", why)
        : ScopeCatalogue.Split(sent["scope"]).Except(code.Scopes, StringComparer.Ordinal).Any() ? Spent("invalid_scope",
            "scope names more than the user granted. Leave it out: the code carries its scopes.")
        : null;

    /// <summary>RFC 7636 §4.6, and no verifier where there was no challenge (RFC 9700 §2.1.1).</summary>
    private static string? Verifier(CodeBinding binding, string? verifier) => (binding.CodeChallenge, verifier) switch
    {
        (null, null) => null,
        (null, _) => "code_verifier is there, and the authorization request had no code_challenge. Send code_challenge with it.",
        (_, null) => "code_verifier is missing, and the authorization request had a code_challenge.",
        var (challenge, sent) => !CodeChallenge.IsVerifier(sent) ? "code_verifier is not 43 to 128 characters out of letters, digits and -._~"
            : !CodeChallenge.Matches(challenge, sent) ? "code_verifier is not the one that code_challenge was made from." : null,
    };

    private static GrantRefusal Spent(string error, string description) => new(new TokenError(StatusCodes.Status400BadRequest, error, description), GrantRefusal.Effect.Discard);

    private async Task Follow(GrantRefusal.Effect effect, StoredToken code, CancellationToken stop)
    {
        if (effect == GrantRefusal.Effect.Discard)
        {
            await tokens.Discard(code, stop);
        }
        else if (effect == GrantRefusal.Effect.Revoke)
        {
            log.TokenReused(TokenKind.Code, code.ClientId);
            if (code.IsGrantAlive)
            {
                await tokens.RevokeGrant(code.GrantId, stop);
            }
        }
    }
}
