using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ValetKey.Server.Accounts;

/// <summary>
/// A password at rest: PBKDF2 with SHA-512, its own salt and its own number of rounds, written as <c>pbkdf2-sha512$rounds$salt$hash</c>.
/// Where only a digest of the password was ever given to us, the digest is what PBKDF2 was computed over, and the name says so:
/// <c>pbkdf2-sha512+SHA-1$…</c>.
/// </summary>
/// <param name="Inner">Which digest lies inside; null for the password itself.</param>
internal sealed record PasswordHash(int Rounds, byte[] Salt, byte[] Digest, PasswordDigest? Inner = null)
{
    /// <summary>OWASP's minimum for this algorithm; a stored hash with fewer is made anew at the next sign-in.</summary>
    public const int CurrentRounds = 210_000;

    private const string Algorithm = "pbkdf2-sha512";
    private const int SaltBytes = 16;
    private const int DigestBytes = 32;

    /// <summary>Verifies like a real one and never succeeds: an unknown user costs the same time as a known one.</summary>
    public static PasswordHash OfNobody { get; } = new(CurrentRounds, new byte[SaltBytes], new byte[DigestBytes]);

    public bool IsCurrent => Rounds >= CurrentRounds && Inner is null;

    public static PasswordHash Of(string password) => New(password, inner: null);

    /// <summary>Wraps a digest, so that whoever reads the database cannot sign in with it and cannot search for its password any faster.</summary>
    /// <param name="digest">Hexadecimal, of either case.</param>
    public static PasswordHash OfDigest(PasswordDigest kind, string digest) => New(digest.ToLowerInvariant(), kind);

    public static PasswordHash Parse(string stored)
    {
        if (stored.Split('$') is [var algorithm, var rounds, var salt, var digest] && algorithm.Split('+') is [Algorithm, .. var wrapped])
        {
            var inner = wrapped is [var name] ? PasswordDigest.Find(name) ?? throw Unreadable() : null;
            return new PasswordHash(int.Parse(rounds, CultureInfo.InvariantCulture), Convert.FromBase64String(salt), Convert.FromBase64String(digest), inner);
        }

        throw Unreadable();
    }

    /// <summary>Over the whole password as it was typed: nothing is cut or folded.</summary>
    public bool Verify(string password) =>
        CryptographicOperations.FixedTimeEquals(Derive(Inner is null ? password : Inner.Of(password), Salt, Rounds), Digest);

    /// <summary>Whether this wraps that very digest. It can no longer be told once the user has signed in and the password itself was hashed.</summary>
    public bool VerifyDigest(PasswordDigest kind, string digest) =>
        Inner == kind && CryptographicOperations.FixedTimeEquals(Derive(digest.ToLowerInvariant(), Salt, Rounds), Digest);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Algorithm}{(Inner is null ? "" : "+" + Inner.Name)}${Rounds}${Convert.ToBase64String(Salt)}${Convert.ToBase64String(Digest)}");

    private static PasswordHash New(string input, PasswordDigest? inner)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return new PasswordHash(CurrentRounds, salt, Derive(input, salt, CurrentRounds), inner);
    }

    private static byte[] Derive(string input, byte[] salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(input), salt, rounds, HashAlgorithmName.SHA512, DigestBytes);

    private static FormatException Unreadable() => new("A stored password hash has the form pbkdf2-sha512$rounds$salt$hash.");
}
