using ValetKey.OAuth;

namespace OAuth1Bench;

/// <summary>Takes every nonce: keeping them is measured nowhere here.</summary>
internal sealed class ForgetfulNonces : INonceStore
{
    public ValueTask<NonceResult> UseAsync(string consumerKey, string? token, DateTimeOffset timestamp, string nonce, CancellationToken stop) => new(NonceResult.Fresh);
}
