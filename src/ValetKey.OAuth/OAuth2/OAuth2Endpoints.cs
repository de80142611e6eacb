namespace ValetKey.OAuth;

/// <summary>The addresses of an authorization server (RFC 6749 §3, RFC 7009 §2).</summary>
/// <param name="Authorize">The user is sent here.</param>
/// <param name="Token">Codes and refresh tokens are exchanged here.</param>
/// <param name="Revoke">Tokens are taken back here.</param>
public sealed record OAuth2Endpoints(Uri Authorize, Uri Token, Uri Revoke)
{
    /// <summary>Those of Google's accounts, as the Data APIs' libraries know them.</summary>
    public static OAuth2Endpoints Google { get; } = At(new Uri("https://accounts.google.com"));

    /// <summary>Google's paths where <c>VALETKEY_GOOGLE</c> in the environment says, such as <c>http://127.0.0.1:8080</c>; without it Google's accounts. What a client uses that was told nothing else.</summary>
    /// <exception cref="FormatException">The variable holds no origin; the message shows the right form.</exception>
    public static OAuth2Endpoints Default => GoogleOrigin.FromEnvironment() is { } origin ? At(origin) : Google;

    /// <summary>Who must stand as <c>iss</c> in each answer (RFC 9207); <c>null</c>, the default, does not ask for it.</summary>
    public string? Issuer { get; init; }

    /// <summary>Google's paths at another origin, such as a local server's.</summary>
    /// <param name="origin">Scheme, host and port; a path is not kept.</param>
    public static OAuth2Endpoints At(Uri origin) => new(new Uri(origin, "/o/oauth2/auth"), new Uri(origin, "/o/oauth2/token"), new Uri(origin, "/o/oauth2/revoke"));
}
