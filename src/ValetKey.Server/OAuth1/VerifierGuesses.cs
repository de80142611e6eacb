using System.Collections.Concurrent;

namespace ValetKey.Server.OAuth1;

/// <summary>Slows the guessing of verifiers over many request tokens: twenty wrong ones a minute for a consumer from one network address. Bounded memory: when full, the oldest are forgotten.</summary>
internal sealed class VerifierGuesses(TimeProvider time)
{
    public const int WrongAllowed = 20;

    private const int MostKept = 20_000;

    private readonly ConcurrentDictionary<(string Consumer, string Address), (int Wrong, DateTimeOffset Since)> guesses = [];

    public static TimeSpan Window { get; } = TimeSpan.FromMinutes(1);

    public bool AreTooMany(string consumer, string address) =>
        guesses.TryGetValue((consumer, address), out var seen) && seen.Wrong >= WrongAllowed && time.GetUtcNow() - seen.Since < Window;

    public void Wrong(string consumer, string address)
    {
        var now = time.GetUtcNow();
        if (guesses.Count >= MostKept)
        {
            foreach (var old in guesses.OrderBy(entry => entry.Value.Since).Take(MostKept / 10))
            {
                guesses.TryRemove(old.Key, out _);
            }
        }

        guesses.AddOrUpdate((consumer, address), (1, now), (_, seen) => now - seen.Since >= Window ? (1, now) : (seen.Wrong + 1, seen.Since));
    }
}
