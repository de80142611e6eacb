namespace ValetKey.OAuth;

/// <summary>The Secret Service of a Linux desktop (GNOME Keyring, KWallet, KeePassXC), by <c>secret-tool</c> of libsecret.</summary>
internal sealed class SecretServiceKeychain(string program) : Keychain
{
    public override async Task<string?> ReadAsync(string id, CancellationToken stop) =>
        await KeychainProgram.RunAsync(program, ["lookup", "application", "valetkey", "store", id], "", stop).ConfigureAwait(false) is { Length: > 0 } secret ? secret : null;

    public override async Task<bool> TryWriteAsync(string id, string secret, CancellationToken stop) =>
        await KeychainProgram.RunAsync(program, ["store", "--label", Label, "application", "valetkey", "store", id], secret, stop).ConfigureAwait(false) is not null;
}
