using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ValetKey.OAuth;

/// <summary>
/// What a token store's file begins with: <c>VALETKEY</c>, version, kind of key, rounds, salt, and eight bytes that tell a wrong key from a damaged file;
/// then nonce, tag and the encrypted tokens. All of the header is authenticated with them.
/// </summary>
internal sealed record TokenFileHeader(TokenKeyKind Kind, int Rounds, byte[] Salt, byte[] Check)
{
    public const int SaltLength = 16;
    public const int KeyLength = 32;

    private const byte Version = 1;
    private const int CheckLength = 8;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int SaltAt = 14;
    private const int CheckAt = SaltAt + SaltLength;
    private const int NonceAt = CheckAt + CheckLength;
    private const int TagAt = NonceAt + NonceLength;
    private const int ContentAt = TagAt + TagLength;

    private static ReadOnlySpan<byte> Magic => "VALETKEY"u8;

    /// <exception cref="TokenStoreException">No such file, or of a later version.</exception>
    public static TokenFileHeader Read(ReadOnlySpan<byte> file, string path)
    {
        if (file.Length < ContentAt || !file.StartsWith(Magic))
        {
            throw Damaged(path, file.StartsWith(Magic) ? "was cut off" : "is no token store");
        }

        if (file[8] != Version)
        {
            throw new TokenStoreException(TokenStoreProblem.TooNew, FormattableString.Invariant($"{path} is of version {file[8]}; this reads version {Version}."), "Use a newer version; the file is as it was.");
        }

        var kind = (TokenKeyKind)file[9];
        var rounds = BinaryPrimitives.ReadInt32BigEndian(file[10..]);
        return kind is < TokenKeyKind.Passphrase or > TokenKeyKind.Keychain || kind == TokenKeyKind.Passphrase && rounds is < TokenStoreKey.Rounds or > TokenStoreKey.MaxRounds
            ? throw Damaged(path, "was changed")
            : new(kind, rounds, file.Slice(SaltAt, SaltLength).ToArray(), file.Slice(CheckAt, CheckLength).ToArray());
    }

    public static byte[] CheckOf(byte[] key) => HKDF.DeriveKey(HashAlgorithmName.SHA512, key, CheckLength, info: "ValetKey tokens check"u8.ToArray());

    public byte[] Seal(byte[] key, ReadOnlySpan<byte> plain)
    {
        var file = new byte[ContentAt + plain.Length];
        Magic.CopyTo(file);
        file[8] = Version;
        file[9] = (byte)Kind;
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(10), Rounds);
        Salt.CopyTo(file, SaltAt);
        Check.CopyTo(file, CheckAt);
        RandomNumberGenerator.Fill(file.AsSpan(NonceAt, NonceLength));
        using var aes = new AesGcm(EncryptionKey(key), TagLength);
        aes.Encrypt(file.AsSpan(NonceAt, NonceLength), plain, file.AsSpan(ContentAt), file.AsSpan(TagAt, TagLength), file.AsSpan(0, NonceAt));
        return file;
    }

    /// <exception cref="TokenStoreException">Something in it was changed.</exception>
    public static byte[] Open(byte[] key, ReadOnlySpan<byte> file, string path)
    {
        var plain = new byte[file.Length - ContentAt];
        try
        {
            using var aes = new AesGcm(EncryptionKey(key), TagLength);
            aes.Decrypt(file.Slice(NonceAt, NonceLength), file[ContentAt..], file.Slice(TagAt, TagLength), plain, file[..NonceAt]);
            return plain;
        }
        catch (AuthenticationTagMismatchException changed)
        {
            throw Damaged(path, "was cut off or changed", changed);
        }
    }

    private static byte[] EncryptionKey(byte[] key) => HKDF.DeriveKey(HashAlgorithmName.SHA512, key, KeyLength, info: "ValetKey tokens encrypt"u8.ToArray());

    private static TokenStoreException Damaged(string path, string how, Exception? cause = null) =>
        new(TokenStoreProblem.Damaged, $"{path} {how}.", "Put a backup in its place, or move it away and begin anew. The file is as it was.", cause);
}
