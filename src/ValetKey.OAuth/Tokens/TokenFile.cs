using System.Security.Cryptography;
using System.Text;

namespace ValetKey.OAuth;

/// <summary>The file of a token store: read, unlocked, changed under the lock, and replaced as a whole.</summary>
internal sealed class TokenFile(string path, TokenStoreKey key, TimeProvider time)
{
    private readonly Lock _gate = new();
    private (byte[] Salt, byte[] Key)? _opened;         // deriving a key from a passphrase is slow on purpose

    public async Task<List<KeptToken>> ReadAsync(CancellationToken stop) => (await OpenAsync(stop).ConfigureAwait(false)).Tokens;

    public async Task ChangeAsync(Action<List<KeptToken>> change, CancellationToken stop)
    {
        PrivateFile.MakeFolderOf(path);
        using (await ProcessLock.TakeAsync(path, time, stop).ConfigureAwait(false))
        {
            PrivateFile.SweepLeftBehind(path);
            var (header, tokens) = await OpenAsync(stop).ConfigureAwait(false);
            change(tokens);
            header ??= await MakeAsync(stop).ConfigureAwait(false);
            var opened = _opened!.Value.Key;
            var plain = Encoding.UTF8.GetBytes(TokenJson.Write(tokens));
            PrivateFile.Replace(path, header.Seal(opened, plain));
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    private async Task<(TokenFileHeader? Header, List<KeptToken> Tokens)> OpenAsync(CancellationToken stop)
    {
        if (PrivateFile.Read(path) is not { } bytes)
        {
            return (null, []);
        }

        var header = TokenFileHeader.Read(bytes, path);
        var opened = await KeyAsync(header, stop).ConfigureAwait(false);
        var plain = TokenFileHeader.Open(opened, bytes, path);
        try
        {
            return (header, [.. TokenJson.Read(Encoding.UTF8.GetString(plain))]);
        }
        catch (FormatException unreadable)
        {
            throw new TokenStoreException(TokenStoreProblem.TooNew, $"{path} holds a token that this version cannot read.", "Use a newer version; the file is as it was.", unreadable);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    private async Task<byte[]> KeyAsync(TokenFileHeader header, CancellationToken stop)
    {
        lock (_gate)
        {
            if (_opened is { } known && known.Salt.AsSpan().SequenceEqual(header.Salt))
            {
                return known.Key;
            }
        }

        var found = await key.FindAsync(path, header, stop).ConfigureAwait(false);
        if (!CryptographicOperations.FixedTimeEquals(TokenFileHeader.CheckOf(found), header.Check))
        {
            throw new TokenStoreException(TokenStoreProblem.WrongKey, $"{path} was made with another {TokenStoreKey.NameOf(header.Kind)}.",
                "Give the right one; or move the file away and begin anew. The file is as it was.");
        }

        Remember(header, found);
        return found;
    }

    private async Task<TokenFileHeader> MakeAsync(CancellationToken stop)
    {
        var salt = RandomNumberGenerator.GetBytes(TokenFileHeader.SaltLength);
        var (kind, made) = await key.MakeAsync(path, salt, stop).ConfigureAwait(false);
        var header = new TokenFileHeader(kind, kind == TokenKeyKind.Passphrase ? TokenStoreKey.Rounds : 0, salt, TokenFileHeader.CheckOf(made));
        Remember(header, made);
        return header;
    }

    private void Remember(TokenFileHeader header, byte[] opened)
    {
        lock (_gate)
        {
            _opened = (header.Salt, opened);
        }
    }
}
