using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ValetKey.Server.Accounts;

/// <summary>A password at rest: PBKDF2 with SHA-512, its own salt and its own number of rounds, written as <c>pbkdf2-sha512$rounds$salt$hash</c>.</summary>
internal sealed record PasswordHash(int Rounds, byte[] Salt, byte[] Digest)
{
    /// <summary>OWASP's minimum for this algorithm; a stored hash with fewer is made anew at the next sign-in.</summary>
    public const int CurrentRounds = 210_000;

    private const string Algorithm = "pbkdf2-sha512";
    private const int SaltBytes = 16;
    private const int DigestBytes = 32;

    /// <summary>Verifies like a real one and never succeeds: an unknown user costs the same time as a known one.</summary>
    public static PasswordHash OfNobody { get; } = new(CurrentRounds, new byte[SaltBytes], new byte[DigestBytes]);

    public bool IsCurrent => Rounds >= CurrentRounds;

    public static PasswordHash Of(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return new PasswordHash(CurrentRounds, salt, Derive(password, salt, CurrentRounds));
    }

    public static PasswordHash Parse(string stored) => stored.Split('$') is [Algorithm, var rounds, var salt, var digest]
        ? new PasswordHash(int.Parse(rounds, CultureInfo.InvariantCulture), Convert.FromBase64String(salt), Convert.FromBase64String(digest))
        : throw new FormatException("A stored password hash has the form pbkdf2-sha512$rounds$salt$hash.");

    /// <summary>Over the whole password as it was typed: nothing is cut or folded.</summary>
    public bool Verify(string password) => CryptographicOperations.FixedTimeEquals(Derive(password, Salt, Rounds), Digest);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Algorithm}${Rounds}${Convert.ToBase64String(Salt)}${Convert.ToBase64String(Digest)}");

    private static byte[] Derive(string password, byte[] salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), salt, rounds, HashAlgorithmName.SHA512, DigestBytes);
}
