namespace ValetKey.OAuth;

/// <summary>A nonce that was taken, in the form in which it may be written down: nothing of it can be sent again.</summary>
/// <param name="Second">The request's timestamp, in seconds since 1970.</param>
/// <param name="Digest">128 bits of a SHA-256 over consumer, token and nonce.</param>
/// <param name="ConsumerKey">Whose it is, for the budget of each consumer.</param>
public readonly record struct UsedNonce(long Second, UInt128 Digest, string ConsumerKey);
