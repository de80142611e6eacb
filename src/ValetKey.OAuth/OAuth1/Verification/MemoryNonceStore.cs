using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ValetKey.OAuth;

/// <summary>Keeps nonces in the memory of one process, each until its own timestamp has left the window.</summary>
/// <param name="time">The clock.</param>
/// <param name="window">How far a timestamp may lie to each side of the clock; the verifier's own window.</param>
/// <remarks>
/// Memory is bounded: 16 bytes and their place in a table for each nonce, at most <see cref="Capacity"/> of them.
/// What an earlier process took is unknown, so timestamps up to the second of the start are refused unless <see cref="RefuseBefore"/> says otherwise.
/// That alone does not stop a replay of what a sender with a fast clock signed: who restarts writes down <see cref="Taken"/> and gives it to <see cref="Restore"/>.
/// </remarks>
public sealed class MemoryNonceStore(TimeProvider time, TimeSpan window) : INonceStore
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<long, Dictionary<UInt128, string>> _bySecond = [];
    private readonly Dictionary<string, int> _countByConsumer = new(StringComparer.Ordinal);
    private long _earliest = time.GetUtcNow().ToUnixTimeSeconds() + 1;
    private int _count;

    /// <summary>Nonces kept at once, of all consumers. Default 1,000,000.</summary>
    public int Capacity { get; init; } = 1_000_000;

    /// <summary>Nonces kept at once for one consumer. Default 200,000: 333 requests a second in a window of five minutes to each side.</summary>
    public int CapacityPerConsumer { get; init; } = 200_000;

    /// <summary>The first second that is taken. Default: the one after the start. A first start, with no process before it, may set it lower.</summary>
    public DateTimeOffset RefuseBefore
    {
        get => DateTimeOffset.FromUnixTimeSeconds(_earliest);
        init => _earliest = value.ToUnixTimeSeconds();
    }

    /// <summary>Called for each nonce that is taken, before the request that brought it is answered; one call at a time.</summary>
    public Action<UsedNonce>? Taken { get; init; }

    /// <summary>Nonces kept at the moment.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _count;
            }
        }
    }

    /// <summary>Takes back what an earlier process of this server took; before the first request.</summary>
    public void Restore(IEnumerable<UsedNonce> used)
    {
        ArgumentNullException.ThrowIfNull(used);
        lock (_gate)
        {
            ForgetWhatLeftTheWindow();
            foreach (var nonce in used)
            {
                Use(nonce.Second, nonce.Digest, nonce.ConsumerKey);
            }
        }
    }

    /// <summary>All that is kept, to be written down anew.</summary>
    public IReadOnlyList<UsedNonce> Snapshot()
    {
        lock (_gate)
        {
            return [.. _bySecond.SelectMany(second => second.Value.Select(nonce => new UsedNonce(second.Key, nonce.Key, nonce.Value)))];
        }
    }

    /// <inheritdoc/>
    public ValueTask<NonceResult> UseAsync(string consumerKey, string? token, DateTimeOffset timestamp, string nonce, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(consumerKey);
        ArgumentNullException.ThrowIfNull(nonce);
        var key = KeyOf(consumerKey, token, nonce);
        lock (_gate)
        {
            ForgetWhatLeftTheWindow();
            var second = timestamp.ToUnixTimeSeconds();
            var result = Use(second, key, consumerKey);
            if (result == NonceResult.Fresh)
            {
                Taken?.Invoke(new UsedNonce(second, key, consumerKey));
            }

            return ValueTask.FromResult(result);
        }
    }

    private NonceResult Use(long second, UInt128 key, string consumerKey)
    {
        if (second < _earliest)
        {
            return NonceResult.TooOld;
        }

        if (!_bySecond.TryGetValue(second, out var nonces))
        {
            _bySecond.Add(second, nonces = []);
        }

        if (nonces.ContainsKey(key))
        {
            return NonceResult.Used;
        }

        var ofConsumer = _countByConsumer.GetValueOrDefault(consumerKey);
        if (_count >= Capacity || ofConsumer >= CapacityPerConsumer)
        {
            return NonceResult.Full;
        }

        nonces.Add(key, consumerKey);
        _countByConsumer[consumerKey] = ofConsumer + 1;
        _count++;
        return NonceResult.Fresh;
    }

    private void ForgetWhatLeftTheWindow()
    {
        // Never lowered: should the clock go back, what was forgotten stays refused.
        _earliest = Math.Max(_earliest, (time.GetUtcNow() - window).ToUnixTimeSeconds());
        while (_count > 0 && _bySecond.First() is var (second, nonces) && second < _earliest)
        {
            foreach (var consumerKey in nonces.Values)
            {
                if (--_countByConsumer[consumerKey] == 0)
                {
                    _countByConsumer.Remove(consumerKey);
                }
            }

            _count -= nonces.Count;
            _bySecond.Remove(second);
        }
    }

    // Of fixed size, whatever the lengths of the three; the lengths keep ("ab", "c") and ("a", "bc") apart.
    private static UInt128 KeyOf(string consumerKey, string? token, string nonce)
    {
        var text = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{consumerKey.Length}:{consumerKey}{token?.Length ?? -1}:{token}{nonce}"));
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(text));
    }
}
