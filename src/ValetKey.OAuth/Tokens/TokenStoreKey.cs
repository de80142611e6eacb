using System.Security.Cryptography;

namespace ValetKey.OAuth;

/// <summary>What locks an <see cref="EncryptedFileTokenStore"/>.</summary>
public abstract class TokenStoreKey
{
    internal const int Rounds = 600_000;
    internal const int MaxRounds = 10_000_000;      // so that a changed header cannot keep the processor busy for hours

    private protected TokenStoreKey()
    {
    }

    /// <summary>A passphrase (PBKDF2 with SHA-512, 600,000 rounds). Opening a store takes some tenths of a second.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public static TokenStoreKey Passphrase(Secret passphrase)
    {
        ArgumentNullException.ThrowIfNull(passphrase);
        return passphrase.IsEmpty ? throw new ArgumentException("The passphrase is empty.", nameof(passphrase)) : new PassphraseKey(passphrase);
    }

    /// <summary>A file with 32 random bytes in Base64, that only its user may read (0600); made where it is not there.</summary>
    public static TokenStoreKey KeyFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new FileKey(Path.GetFullPath(path));
    }

    /// <summary>
    /// A random key in the desktop's keychain: Secret Service by <c>secret-tool</c> on Linux, Keychain on macOS, Credential Manager on Windows.
    /// Where there is none when the store is made, a key file beside it, <c>PATH.key</c>; the store stays with what it was made with.
    /// </summary>
    /// <param name="inKeyFile">Told the path of the key file when one had to be made, to be said to the user.</param>
    public static TokenStoreKey Automatic(Action<string>? inKeyFile = null) => new AutomaticKey(Keychain.OfThisSystem(), inKeyFile);

    /// <summary>The key of a new store.</summary>
    internal abstract Task<(TokenKeyKind Kind, byte[] Key)> MakeAsync(string path, byte[] salt, CancellationToken stop);

    /// <summary>The key of a store that is there.</summary>
    /// <exception cref="TokenStoreException">The store was made with another kind of key, or the key cannot be had.</exception>
    internal abstract Task<byte[]> FindAsync(string path, TokenFileHeader header, CancellationToken stop);

    internal static string NameOf(TokenKeyKind kind) => kind switch
    {
        TokenKeyKind.Passphrase => "passphrase",
        TokenKeyKind.KeyFile => "key file",
        _ => "key in the keychain",
    };

    /// <summary>What 32 random bytes become for one store.</summary>
    private protected static byte[] Derive(byte[] random, byte[] salt) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA512, random, TokenFileHeader.KeyLength, salt, "ValetKey tokens"u8.ToArray());

    private protected static TokenStoreException OtherKind(string path, TokenFileHeader header) => new(TokenStoreProblem.WrongKey,
        $"{path} is locked with a {NameOf(header.Kind)}.", $"Give its {NameOf(header.Kind)}.");
}
