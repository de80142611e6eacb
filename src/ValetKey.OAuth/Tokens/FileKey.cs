using System.Security.Cryptography;
using System.Text;

namespace ValetKey.OAuth;

/// <summary>A store locked with the random bytes of a key file.</summary>
internal sealed class FileKey(string keyPath) : TokenStoreKey
{
    internal override Task<(TokenKeyKind Kind, byte[] Key)> MakeAsync(string path, byte[] salt, CancellationToken stop)
    {
        if (Read() is not { } random)
        {
            random = RandomNumberGenerator.GetBytes(TokenFileHeader.KeyLength);
            PrivateFile.MakeFolderOf(keyPath);
            PrivateFile.Create(keyPath, Encoding.ASCII.GetBytes(Convert.ToBase64String(random) + "\n"));
            FolderSync.Flush(Path.GetDirectoryName(keyPath)!);
        }

        return Task.FromResult((TokenKeyKind.KeyFile, Derive(random, salt)));
    }

    internal override Task<byte[]> FindAsync(string path, TokenFileHeader header, CancellationToken stop) =>
        header.Kind != TokenKeyKind.KeyFile ? throw OtherKind(path, header)
        : Read() is { } random ? Task.FromResult(Derive(random, header.Salt))
        : throw new TokenStoreException(TokenStoreProblem.WrongKey, $"The key file {keyPath} of {path} is gone.", "Put it back, or move the store away and begin anew.");

    private byte[]? Read()
    {
        if (PrivateFile.Read(keyPath) is not { } file)
        {
            return null;
        }

        var random = new byte[TokenFileHeader.KeyLength];
        return Convert.TryFromBase64String(Encoding.ASCII.GetString(file).Trim(), random, out var length) && length == random.Length ? random
            : throw new TokenStoreException(TokenStoreProblem.Damaged, $"{keyPath} is no key file.", "Give one with 32 random bytes in Base64, as openssl rand -base64 32 makes it.");
    }
}
