namespace ValetKey.OAuth.Tests.OAuth1;

/// <summary>A server's storage in two dictionaries.</summary>
internal sealed class MemoryVerifierStore : IOAuth1VerifierStore
{
    public Dictionary<string, VerifiedConsumer> Consumers { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, VerifiedToken> Tokens { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Verifiers { get; } = new(StringComparer.Ordinal);

    public ValueTask<VerifiedConsumer?> FindConsumerAsync(string consumerKey, CancellationToken stop) => new(Consumers.GetValueOrDefault(consumerKey));

    public ValueTask<VerifiedToken?> FindTokenAsync(string token, CancellationToken stop) => new(Tokens.GetValueOrDefault(token));

    public ValueTask<bool> TryVerifierAsync(VerifiedToken token, string verifier, CancellationToken stop) =>
        new(new Secret(verifier).Equals(Verifiers.TryGetValue(token.Token, out var right) ? new Secret(right) : null));
}
