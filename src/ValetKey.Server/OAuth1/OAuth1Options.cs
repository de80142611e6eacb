namespace ValetKey.Server.OAuth1;

/// <summary>Settings of the OAuth 1.0 server, section <c>OAuth1</c>.</summary>
internal sealed class OAuth1Options
{
    /// <summary>How far a timestamp may lie to each side of this server's clock. Default five minutes.</summary>
    public TimeSpan TimestampWindow { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a request token may wait for its user and its exchange. Default ten minutes.</summary>
    public TimeSpan RequestTokenLifetime { get; set; } = TimeSpan.FromMinutes(10);
}
