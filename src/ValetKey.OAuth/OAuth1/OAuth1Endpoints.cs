namespace ValetKey.OAuth;

/// <summary>The three addresses of a server's OAuth 1.0 flow (RFC 5849 §2).</summary>
/// <param name="RequestToken">Temporary credentials are asked for here (§2.1).</param>
/// <param name="Authorize">The user is sent here (§2.2).</param>
/// <param name="AccessToken">Temporary credentials are exchanged here (§2.3).</param>
public sealed record OAuth1Endpoints(Uri RequestToken, Uri Authorize, Uri AccessToken)
{
    /// <summary>Those of Google's accounts.</summary>
    public static OAuth1Endpoints Google { get; } = At(new Uri("https://www.google.com"));

    /// <summary>Google's paths where <c>VALETKEY_GOOGLE</c> in the environment says, such as <c>http://127.0.0.1:8080</c>; without it Google's accounts.</summary>
    /// <exception cref="FormatException">The variable holds no origin; the message shows the right form.</exception>
    public static OAuth1Endpoints Default => GoogleOrigin.FromEnvironment() is { } origin ? At(origin) : Google;

    /// <summary>Google's paths at another origin, such as a local server's.</summary>
    /// <param name="origin">Scheme, host and port; a path is not kept.</param>
    public static OAuth1Endpoints At(Uri origin) => new(
        new Uri(origin, "/accounts/OAuthGetRequestToken"),
        new Uri(origin, "/accounts/OAuthAuthorizeToken"),
        new Uri(origin, "/accounts/OAuthGetAccessToken"));
}
