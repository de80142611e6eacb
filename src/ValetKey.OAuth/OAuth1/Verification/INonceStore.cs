namespace ValetKey.OAuth;

/// <summary>Remembers the nonces of the timestamp window, so that a signed request works once (RFC 5849 §3.3). Thread-safe.</summary>
public interface INonceStore
{
    /// <summary>Takes a nonce if it is fresh: of any number of simultaneous calls with the same four values one gets <see cref="NonceResult.Fresh"/>.</summary>
    /// <param name="consumerKey">The consumer whose signature was right.</param>
    /// <param name="token">The token sent along, or <c>null</c>.</param>
    /// <param name="timestamp">Whole seconds, inside the window.</param>
    /// <param name="nonce">1 to 128 characters.</param>
    /// <param name="stop">Gives up.</param>
    ValueTask<NonceResult> UseAsync(string consumerKey, string? token, DateTimeOffset timestamp, string nonce, CancellationToken stop);
}
