using Microsoft.AspNetCore.Http;
using ValetKey.Server.OAuth2.Tokens;

namespace ValetKey.Server.OAuth2.Token;

/// <summary>What a grant gives (RFC 6749 §5.1).</summary>
/// <param name="ExpiresIn">Of the access token, in seconds.</param>
/// <param name="RefreshToken">Null: the client keeps the one it has, or gets none.</param>
internal sealed record TokenResponse(string AccessToken, long ExpiresIn, string? RefreshToken, string Scope, string TokenType) : IResult
{
    public static TokenResponse Of(IssuedTokens issued) =>
        new(issued.AccessToken, (long)issued.Lifetime.TotalSeconds, issued.RefreshToken, string.Join(' ', issued.Scopes), "Bearer");

    public Task ExecuteAsync(HttpContext httpContext) => JsonAnswer.Write(httpContext, this, OAuth2Json.Default.TokenResponse);

    /// <summary>Never the tokens.</summary>
    public override string ToString() => nameof(TokenResponse);
}
