using System.Security.Cryptography;

namespace ValetKey.OAuth;

/// <summary>A store locked with a key of the desktop's keychain; where there is none, with a key file beside the store.</summary>
internal sealed class AutomaticKey(Keychain? keychain, Action<string>? inKeyFile) : TokenStoreKey
{
    internal override async Task<(TokenKeyKind Kind, byte[] Key)> MakeAsync(string path, byte[] salt, CancellationToken stop)
    {
        if (keychain is not null)
        {
            var random = RandomNumberGenerator.GetBytes(TokenFileHeader.KeyLength);
            var id = IdOf(salt);
            if (await keychain.TryWriteAsync(id, Convert.ToBase64String(random), stop).ConfigureAwait(false)
                && await ReadAsync(keychain, id, stop).ConfigureAwait(false) is { } written && written.AsSpan().SequenceEqual(random))
            {
                return (TokenKeyKind.Keychain, Derive(random, salt));
            }
        }

        var made = await Beside(path).MakeAsync(path, salt, stop).ConfigureAwait(false);
        inKeyFile?.Invoke(PathBeside(path));
        return made;
    }

    internal override async Task<byte[]> FindAsync(string path, TokenFileHeader header, CancellationToken stop) => header.Kind switch
    {
        TokenKeyKind.KeyFile => await Beside(path).FindAsync(path, header, stop).ConfigureAwait(false),
        TokenKeyKind.Keychain when keychain is null => throw new TokenStoreException(TokenStoreProblem.KeychainUnavailable,
            $"The key of {path} is in the desktop's keychain, which cannot be reached from here.", $"Run this in the desktop session{(OperatingSystem.IsLinux() ? ", with secret-tool (Debian: libsecret-tools) installed" : "")}."),
        TokenKeyKind.Keychain => await ReadAsync(keychain!, IdOf(header.Salt), stop).ConfigureAwait(false) is { } random ? Derive(random, header.Salt)
            : throw new TokenStoreException(TokenStoreProblem.KeychainUnavailable, $"The keychain does not give the key of {path}.", "Unlock the keychain; if the key is gone from it, move the store away and begin anew."),
        _ => throw OtherKind(path, header),
    };

    // The salt names the key, so that a store can be moved and renamed.
    private static string IdOf(byte[] salt) => Convert.ToHexStringLower(salt);

    private static async Task<byte[]?> ReadAsync(Keychain keychain, string id, CancellationToken stop)
    {
        var random = new byte[TokenFileHeader.KeyLength];
        return await keychain.ReadAsync(id, stop).ConfigureAwait(false) is { } text && Convert.TryFromBase64String(text.Trim(), random, out var length) && length == random.Length ? random : null;
    }

    private static FileKey Beside(string path) => new(PathBeside(path));

    private static string PathBeside(string path) => path + ".key";
}
