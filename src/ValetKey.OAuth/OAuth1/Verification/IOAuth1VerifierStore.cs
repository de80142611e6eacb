namespace ValetKey.OAuth;

/// <summary>What the verifier asks a server's storage. Thread-safe.</summary>
public interface IOAuth1VerifierStore
{
    /// <summary>The consumer of that key, or <c>null</c>.</summary>
    ValueTask<VerifiedConsumer?> FindConsumerAsync(string consumerKey, CancellationToken stop);

    /// <summary>The request or access token, whatever its state, or <c>null</c>.</summary>
    ValueTask<VerifiedToken?> FindTokenAsync(string token, CancellationToken stop);

    /// <summary>
    /// Whether <paramref name="verifier"/> is the one that came with the user who approved <paramref name="token"/>, compared in constant time.
    /// Asked last, once for each exchange whose signature is right, so that the store can count wrong guesses and end the token.
    /// </summary>
    ValueTask<bool> TryVerifierAsync(VerifiedToken token, string verifier, CancellationToken stop);
}
