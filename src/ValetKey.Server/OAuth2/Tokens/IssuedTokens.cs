namespace ValetKey.Server.OAuth2.Tokens;

/// <summary>Tokens on their way to the client: the only time that they are in clear.</summary>
internal sealed record IssuedTokens(string AccessToken, string? RefreshToken, IReadOnlyList<string> Scopes, TimeSpan Lifetime)
{
    /// <summary>Never the tokens.</summary>
    public override string ToString() => nameof(IssuedTokens);
}
