using System.Collections.Concurrent;

namespace ValetKey.Server.Accounts;

/// <summary>
/// Slows guessing without locking anyone out: after ten wrong passwords an address of a user rests for half a minute, and one
/// network address has a hundred attempts a minute. Bounded memory: when full, the oldest are forgotten.
/// </summary>
internal sealed class SignInAttempts(TimeProvider time)
{
    public const int WrongBeforeRest = 10;
    public const int PerNetworkAddress = 100;

    private const int MostKept = 20_000;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (int Wrong, DateTimeOffset Last)> wrongPasswords = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (int Count, DateTimeOffset Since)> attempts = new(StringComparer.Ordinal);

    /// <summary>Counts an attempt.</summary>
    /// <returns>False when this network address has used up its minute.</returns>
    public bool TryEnter(string networkAddress)
    {
        var now = time.GetUtcNow();
        Trim(attempts, entry => entry.Since);
        return attempts.AddOrUpdate(networkAddress, (1, now), (_, seen) => now - seen.Since > Window ? (1, now) : (seen.Count + 1, seen.Since)).Count <= PerNetworkAddress;
    }

    public bool IsResting(string email) =>
        wrongPasswords.TryGetValue(email, out var seen) && seen.Wrong >= WrongBeforeRest && time.GetUtcNow() - seen.Last < Rest;

    public void Wrong(string email)
    {
        var now = time.GetUtcNow();
        Trim(wrongPasswords, entry => entry.Last);
        wrongPasswords.AddOrUpdate(email, (1, now), (_, seen) => (seen.Wrong + 1, now));
    }

    public void Right(string email) => wrongPasswords.TryRemove(email, out _);

    private static void Trim<T>(ConcurrentDictionary<string, T> kept, Func<T, DateTimeOffset> age)
    {
        if (kept.Count < MostKept)
        {
            return;
        }

        foreach (var old in kept.OrderBy(entry => age(entry.Value)).Take(MostKept / 10))
        {
            kept.TryRemove(old.Key, out _);
        }
    }
}
