namespace ValetKey.Server.OAuth1;

/// <summary>Settings of the OAuth 1.0 server, section <c>OAuth1</c>.</summary>
internal sealed class OAuth1Options
{
    /// <summary>How far a timestamp may lie to each side of this server's clock. Default five minutes.</summary>
    public TimeSpan TimestampWindow { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many nonces of one consumer are kept at once, each for the window; with no room left the consumer's requests are answered 503. Default 200,000.</summary>
    public int NoncesPerConsumer { get; set; } = 200_000;

    /// <summary>How long a request token may wait for its user and its exchange. Default ten minutes.</summary>
    public TimeSpan RequestTokenLifetime { get; set; } = TimeSpan.FromMinutes(10);
}
