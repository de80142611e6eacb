namespace ValetKey.Server.OAuth2;

/// <summary>Settings of the OAuth 2.0 server, section <c>OAuth2</c>.</summary>
internal sealed class OAuth2Options
{
    /// <summary>How long a user may take to sign in and decide. Default 15 minutes.</summary>
    public TimeSpan RequestLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long an authorization code waits for its exchange. Default five minutes.</summary>
    public TimeSpan CodeLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an access token opens anything; <c>expires_in</c> says it in seconds. Default one hour.</summary>
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How long a refresh token that was rotated may be used again, so that two requests at once, or an answer that got lost, lock nobody out.
    /// Zero allows none. Later use revokes the whole family. Default ten seconds.
    /// </summary>
    public TimeSpan RefreshLeeway { get; set; } = TimeSpan.FromSeconds(10);
}
