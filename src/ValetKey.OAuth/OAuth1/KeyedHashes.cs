using System.Collections.Concurrent;

namespace ValetKey.OAuth;

/// <summary>The keyed hashes of the credentials in use, a bounded number of them. Thread-safe.</summary>
internal sealed class KeyedHashes
{
    private const int Capacity = 4096;

    private readonly ConcurrentDictionary<(SignatureMethod Method, string ConsumerSecret, string TokenSecret), KeyedHash> _hashes = [];
    private Last? _last;

    public KeyedHash Of(SignatureMethod method, Secret consumerSecret, Secret tokenSecret)
    {
        var last = _last;
        return last is not null && last.Method == method && ReferenceEquals(last.ConsumerSecret, consumerSecret) && ReferenceEquals(last.TokenSecret, tokenSecret)
            ? last.Hash
            : Find(method, consumerSecret, tokenSecret);
    }

    private KeyedHash Find(SignatureMethod method, Secret consumerSecret, Secret tokenSecret)
    {
        var key = (method, consumerSecret.Reveal(), tokenSecret.Reveal());
        if (!_hashes.TryGetValue(key, out var hash))
        {
            if (_hashes.Count >= Capacity)
            {
                _hashes.Clear();        // rare, and each costs microseconds to make again
            }

            hash = _hashes.GetOrAdd(key, new KeyedHash(method.Hash, SigningKey.Of(consumerSecret, tokenSecret)));
        }

        _last = new(method, consumerSecret, tokenSecret, hash);
        return hash;
    }

    private sealed record Last(SignatureMethod Method, Secret ConsumerSecret, Secret TokenSecret, KeyedHash Hash);
}
