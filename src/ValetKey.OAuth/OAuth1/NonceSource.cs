using System.Security.Cryptography;

namespace ValetKey.OAuth;

/// <summary>Nonces of 128 random bits in hexadecimal. The random bytes are fetched for many at once: a call for each costs more than the signature.</summary>
internal static class NonceSource
{
    public const int Length = 32;

    private const int Octets = Length / 2;

    [ThreadStatic]
    private static byte[]? s_random;

    [ThreadStatic]
    private static int s_left;

    public static void Next(Span<char> nonce)
    {
        var random = s_random ??= new byte[256 * Octets];
        if (s_left == 0)
        {
            RandomNumberGenerator.Fill(random);
            s_left = random.Length;
        }

        s_left -= Octets;
        Convert.TryToHexStringLower(random.AsSpan(s_left, Octets), nonce, out _);
    }

    public static string Next() => string.Create(Length, 0, (nonce, _) => Next(nonce));
}
