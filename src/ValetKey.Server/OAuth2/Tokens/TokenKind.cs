namespace ValetKey.Server.OAuth2.Tokens;

/// <summary>What a stored token is good for. One kind never stands for another.</summary>
internal static class TokenKind
{
    public const string Code = "code";
    public const string Access = "access";
    public const string Refresh = "refresh";
}
