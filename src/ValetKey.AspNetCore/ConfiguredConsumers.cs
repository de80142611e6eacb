using System.Collections.Frozen;
using System.Security.Cryptography;
using ValetKey.OAuth;

namespace ValetKey.AspNetCore;

/// <summary>The consumers of the options, who act alone: there are no tokens here.</summary>
internal sealed class ConfiguredConsumers(OAuth1AuthenticationOptions options) : IOAuth1VerifierStore
{
    private readonly FrozenDictionary<string, VerifiedConsumer> _consumers =
        options.Consumers.ToFrozenDictionary(c => c.Key, c => Read(c.Key, c.Value), StringComparer.Ordinal);

    /// <exception cref="ArgumentException">The settings name neither secret nor key, or a key or method that is none.</exception>
    public static VerifiedConsumer Read(string key, OAuth1ConsumerSettings settings)
    {
        var secret = string.IsNullOrEmpty(settings.Secret) ? Secret.Empty : new Secret(settings.Secret);
        RSA[] keys = string.IsNullOrEmpty(settings.PublicKey) ? [] : [RsaKey.ReadPublic(settings.PublicKey)];
        if (secret.IsEmpty && keys.Length == 0)
        {
            throw new ArgumentException($"The OAuth 1.0 consumer {key} has neither Secret nor PublicKey; give it one of the two.", nameof(settings));
        }

        IEnumerable<SignatureMethod> methods = settings.SignatureMethods.Count > 0
            ? settings.SignatureMethods.Select(name => SignatureMethod.Parse(name, null))
            : SignatureMethod.All.Where(method => method != SignatureMethod.Plaintext && (method.IsRsa ? keys.Length > 0 : !secret.IsEmpty));
        return new VerifiedConsumer(key, secret, keys, [.. methods], Enabled: true) { MayActAlone = true };
    }

    public ValueTask<VerifiedConsumer?> FindConsumerAsync(string consumerKey, CancellationToken stop) => ValueTask.FromResult(_consumers.GetValueOrDefault(consumerKey));

    public ValueTask<VerifiedToken?> FindTokenAsync(string token, CancellationToken stop) => ValueTask.FromResult<VerifiedToken?>(null);

    public ValueTask<bool> TryVerifierAsync(VerifiedToken token, string verifier, CancellationToken stop) => ValueTask.FromResult(false);
}
