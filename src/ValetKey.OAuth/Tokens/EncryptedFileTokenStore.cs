namespace ValetKey.OAuth;

/// <summary>Keeps tokens in one encrypted file (AES-256-GCM), for this user alone. Thread-safe, also between processes.</summary>
/// <remarks>
/// Every call reads the file anew, so that programs see each other's changes; a change is made under a lock (<c>PATH.lock</c>) and replaces the file as a whole,
/// or, when the process or the machine stops on the way, not at all. A file that was cut or changed is refused and never written over.
/// Beside what any store holds, it keeps names and owners: <see cref="SaveAsync"/>, <see cref="FindAsync(string, CancellationToken)"/>.
/// </remarks>
public sealed class EncryptedFileTokenStore : ITokenStore
{
    private readonly TokenFile _file;

    /// <param name="path">The file; made with the first token, in a folder that is made for this user alone where it is not there.</param>
    /// <param name="key">What locks it. Default <see cref="TokenStoreKey.Automatic"/>: the desktop's keychain, or a key file beside the store where there is none.</param>
    /// <param name="time">The clock that measures the wait for another process. Default: the system's.</param>
    public EncryptedFileTokenStore(string path, TokenStoreKey? key = null, TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Path = System.IO.Path.GetFullPath(path);
        _file = new(Path, key ?? TokenStoreKey.Automatic(), time ?? TimeProvider.System);
    }

    /// <summary>The file, absolute.</summary>
    public string Path { get; }

    /// <summary>Keeps a token under its name, in place of the one that had it; one without a name as <see cref="AddAsync"/> does.</summary>
    /// <exception cref="TokenStoreException">The file cannot be used.</exception>
    public Task SaveAsync(KeptToken token, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        _ = token.ToStored();       // refuses what cannot be kept
        return _file.ChangeAsync(tokens =>
        {
            var at = token.Name is null ? -1 : tokens.FindIndex(t => t.Name == token.Name);
            if (at >= 0)
            {
                tokens[at] = token with { IsCurrent = token.IsCurrent || tokens[at].IsCurrent };
            }
            else
            {
                Add(tokens, token);
            }
        }, stop);
    }

    /// <summary>The token of that name; <c>null</c> where there is none.</summary>
    /// <exception cref="TokenStoreException">The file cannot be used.</exception>
    public async Task<KeptToken?> FindAsync(string name, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        return (await _file.ReadAsync(stop).ConfigureAwait(false)).Find(t => t.Name == name);
    }

    /// <summary>All tokens with their names and owners, in the order of their arrival; none where there is no file yet.</summary>
    /// <exception cref="TokenStoreException">The file cannot be used.</exception>
    public async Task<IReadOnlyList<KeptToken>> ListKeptAsync(CancellationToken stop = default) => await _file.ReadAsync(stop).ConfigureAwait(false);

    /// <summary>Forgets the token of that name.</summary>
    /// <returns>Whether it was there.</returns>
    /// <exception cref="TokenStoreException">The file cannot be used.</exception>
    public async Task<bool> RemoveAsync(string name, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        var count = 0;
        await _file.ChangeAsync(tokens => count = tokens.RemoveAll(t => t.Name == name), stop).ConfigureAwait(false);
        return count > 0;
    }

    /// <inheritdoc/>
    /// <remarks>Tokens with a name are not replaced.</remarks>
    /// <exception cref="TokenStoreException">The file cannot be used.</exception>
    public Task AddAsync(IToken token, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        return SaveAsync(new KeptToken(token), stop);
    }

    /// <inheritdoc/>
    /// <exception cref="TokenStoreException">The file cannot be used.</exception>
    public Task SetCurrentAsync(IToken? token, CancellationToken stop = default)
    {
        if (token is not null)
        {
            _ = new KeptToken(token).ToStored();
        }

        return _file.ChangeAsync(tokens =>
        {
            if (token is not null && !tokens.Exists(t => KeptToken.IsSame(t.Token, token)))
            {
                Add(tokens, new(token));
            }

            for (var at = 0; at < tokens.Count; at++)
            {
                tokens[at] = tokens[at] with { IsCurrent = token is not null && KeptToken.IsSame(tokens[at].Token, token) };
            }
        }, stop);
    }

    /// <inheritdoc/>
    /// <exception cref="TokenStoreException">The file cannot be used.</exception>
    public async Task<T> FindAsync<T>(Uri scopeUrl, CancellationToken stop = default)
        where T : class, IToken
    {
        ArgumentNullException.ThrowIfNull(scopeUrl);
        var tokens = await _file.ReadAsync(stop).ConfigureAwait(false);
        return TokenChoice.For<T>(scopeUrl, tokens.Select(t => t.Token), tokens.Find(t => t.IsCurrent)?.Token);
    }

    /// <inheritdoc/>
    /// <exception cref="TokenStoreException">The file cannot be used.</exception>
    public async Task<IReadOnlyList<IToken>> ListAsync(CancellationToken stop = default) => [.. (await _file.ReadAsync(stop).ConfigureAwait(false)).Select(t => t.Token)];

    /// <inheritdoc/>
    /// <exception cref="TokenStoreException">The file cannot be used.</exception>
    public Task RemoveAsync(IToken token, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        return _file.ChangeAsync(tokens => tokens.RemoveAll(t => KeptToken.IsSame(t.Token, token)), stop);
    }

    /// <inheritdoc/>
    /// <remarks>Name and owner of the old one stay.</remarks>
    /// <exception cref="TokenStoreException">The file cannot be used.</exception>
    public Task ReplaceAsync(IToken old, IToken fresh, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(fresh);
        _ = new KeptToken(fresh).ToStored();
        return _file.ChangeAsync(tokens =>
        {
            var at = tokens.FindIndex(t => KeptToken.IsSame(t.Token, old));
            if (at < 0)
            {
                Add(tokens, new(fresh));
            }
            else
            {
                tokens[at] = tokens[at] with { Token = fresh };
            }
        }, stop);
    }

    private static void Add(List<KeptToken> tokens, KeptToken token)
    {
        if (token.Name is null)
        {
            tokens.RemoveAll(t => t.Name is null && TokenChoice.IsReplacedBy(t.Token, token.Token));
        }

        tokens.Add(token);
    }
}
