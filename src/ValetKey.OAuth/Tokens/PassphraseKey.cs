using System.Security.Cryptography;
using System.Text;

namespace ValetKey.OAuth;

/// <summary>A store locked with a passphrase.</summary>
internal sealed class PassphraseKey(Secret passphrase) : TokenStoreKey
{
    internal override Task<(TokenKeyKind Kind, byte[] Key)> MakeAsync(string path, byte[] salt, CancellationToken stop) =>
        Task.FromResult((TokenKeyKind.Passphrase, Stretch(salt, Rounds)));

    internal override Task<byte[]> FindAsync(string path, TokenFileHeader header, CancellationToken stop) =>
        header.Kind == TokenKeyKind.Passphrase ? Task.FromResult(Stretch(header.Salt, header.Rounds)) : throw OtherKind(path, header);

    private byte[] Stretch(byte[] salt, int rounds)
    {
        var octets = Encoding.UTF8.GetBytes(passphrase.Reveal());
        var key = Rfc2898DeriveBytes.Pbkdf2(octets, salt, rounds, HashAlgorithmName.SHA512, TokenFileHeader.KeyLength);
        CryptographicOperations.ZeroMemory(octets);
        return key;
    }
}
