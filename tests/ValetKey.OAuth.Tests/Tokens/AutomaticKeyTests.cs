using System.Runtime.Versioning;

namespace ValetKey.OAuth.Tests.Tokens;

[UnsupportedOSPlatform("windows")]      // which has no modes of files
public sealed class AutomaticKeyTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("valetkey-");
    private readonly List<string> _said = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string File => Path.Combine(_folder.FullName, "tokens.vk");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Lies_in_the_keychain_and_nowhere_else()
    {
        var keychain = new MemoryKeychain();
        await Store(keychain).AddAsync(new OAuth1Token("t", "s"), Stop);
        Assert.Single(keychain.Secrets);
        Assert.False(System.IO.File.Exists(File + ".key"));
        Assert.Empty(_said);
        System.IO.File.Move(File, File + ".moved");
        Assert.Single(await Store(keychain, ".moved").ListAsync(Stop));
    }

    [Fact]
    public async Task Lies_in_a_key_file_where_there_is_no_keychain_which_is_said_once()
    {
        await Store(null).AddAsync(new OAuth1Token("t", "s"), Stop);
        await Store(null).AddAsync(new OAuth1Token("u", "s"), Stop);
        Assert.Equal([File + ".key"], _said);
        Assert.Equal(2, (await Store(new MemoryKeychain()).ListAsync(Stop)).Count);       // it stays there when a keychain comes
    }

    [Fact]
    public async Task Lies_in_a_key_file_where_the_keychain_takes_nothing()
    {
        await Store(new MemoryKeychain { TakesNothing = true }).AddAsync(new OAuth1Token("t", "s"), Stop);
        Assert.Equal([File + ".key"], _said);
    }

    [Fact]
    public async Task Is_not_made_anew_where_the_keychain_is_out_of_reach()
    {
        await Store(new MemoryKeychain()).AddAsync(new OAuth1Token("t", "s"), Stop);
        foreach (var keychain in new[] { null, new MemoryKeychain() })
        {
            Assert.Equal(TokenStoreProblem.KeychainUnavailable, (await Assert.ThrowsAsync<TokenStoreException>(() => Store(keychain).AddAsync(new OAuth1Token("u", "s"), Stop))).Problem);
        }
    }

    [Fact]
    public async Task Goes_to_secret_tool_by_its_standard_input_and_never_among_its_arguments()
    {
        var program = Path.Combine(_folder.FullName, "secret-tool");
        await System.IO.File.WriteAllTextAsync(program, $"""
            #!/bin/sh
            echo "$@" >> '{_folder.FullName}/arguments'
            case $1 in store) cat > '{_folder.FullName}/kept' ;; lookup) cat '{_folder.FullName}/kept' ;; esac
            """, Stop);
        System.IO.File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await Store(new SecretServiceKeychain(program)).AddAsync(new OAuth1Token("t", "s"), Stop);
        Assert.Single(await Store(new SecretServiceKeychain(program)).ListAsync(Stop));

        var secret = await System.IO.File.ReadAllTextAsync(Path.Combine(_folder.FullName, "kept"), Stop);
        Assert.Equal(32, Convert.FromBase64String(secret).Length);
        var arguments = await System.IO.File.ReadAllTextAsync(Path.Combine(_folder.FullName, "arguments"), Stop);
        Assert.DoesNotContain(secret, arguments, StringComparison.Ordinal);
        Assert.Matches("^store --label ValetKey token store application valetkey store [0-9a-f]{32}\nlookup application valetkey store [0-9a-f]{32}\n", arguments);
    }

    private EncryptedFileTokenStore Store(Keychain? keychain, string moved = "") => new(File + moved, new AutomaticKey(keychain, _said.Add));

    private sealed class MemoryKeychain : Keychain
    {
        public Dictionary<string, string> Secrets { get; } = new(StringComparer.Ordinal);

        public bool TakesNothing { get; init; }

        public override Task<string?> ReadAsync(string id, CancellationToken stop) => Task.FromResult(Secrets.GetValueOrDefault(id));

        public override Task<bool> TryWriteAsync(string id, string secret, CancellationToken stop) => Task.FromResult(!TakesNothing && Secrets.TryAdd(id, secret));
    }
}
