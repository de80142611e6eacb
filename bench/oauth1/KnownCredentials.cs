using ValetKey.OAuth;

namespace OAuth1Bench;

/// <summary>One consumer with one token.</summary>
internal sealed class KnownCredentials(VerifiedConsumer consumer, VerifiedToken token) : IOAuth1VerifierStore
{
    public ValueTask<VerifiedConsumer?> FindConsumerAsync(string consumerKey, CancellationToken stop) => new(consumerKey == consumer.Key ? consumer : null);

    public ValueTask<VerifiedToken?> FindTokenAsync(string token1, CancellationToken stop) => new(token1 == token.Token ? token : null);

    public ValueTask<bool> TryVerifierAsync(VerifiedToken token1, string verifier, CancellationToken stop) => new(false);
}
