using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace ValetKey.OAuth;

/// <summary>An HMAC key that is set up once, which costs more than hashing a request does. Thread-safe: each caller at a time has a hash of its own.</summary>
internal sealed class KeyedHash(HashAlgorithmName algorithm, Secret key)
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes(key.Reveal());
    private readonly ConcurrentBag<IncrementalHash> _more = [];
    private IncrementalHash? _idle;

    /// <returns>The length of the hash.</returns>
    public int Compute(ReadOnlySpan<byte> text, Span<byte> mac)
    {
        if ((Interlocked.Exchange(ref _idle, null) ?? (_more.TryTake(out var other) ? other : null)) is not { } hash)
        {
            hash = IncrementalHash.CreateHMAC(algorithm, _key);
        }

        hash.AppendData(text);
        var length = hash.GetHashAndReset(mac);
        if (Interlocked.CompareExchange(ref _idle, hash, null) is not null)
        {
            _more.Add(hash);
        }

        return length;
    }
}
