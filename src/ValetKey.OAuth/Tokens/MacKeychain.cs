namespace ValetKey.OAuth;

/// <summary>The login keychain of macOS, by <c>security</c>. It reads its commands from standard input, so that the secret is no argument.</summary>
internal sealed class MacKeychain : Keychain
{
    private const string Program = "/usr/bin/security";

    public override async Task<string?> ReadAsync(string id, CancellationToken stop) =>
        await KeychainProgram.RunAsync(Program, ["find-generic-password", "-s", Label, "-a", id, "-w"], "", stop).ConfigureAwait(false) is { Length: > 0 } secret ? secret : null;

    public override async Task<bool> TryWriteAsync(string id, string secret, CancellationToken stop) =>
        await KeychainProgram.RunAsync(Program, ["-i"], $"add-generic-password -U -s \"{Label}\" -a {id} -w \"{secret}\"\n", stop).ConfigureAwait(false) is not null;
}
