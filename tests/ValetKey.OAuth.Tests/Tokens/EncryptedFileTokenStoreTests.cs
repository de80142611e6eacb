using System.Runtime.Versioning;
using Microsoft.Extensions.Time.Testing;

namespace ValetKey.OAuth.Tests.Tokens;

[UnsupportedOSPlatform("windows")]      // which has no modes of files
public sealed class EncryptedFileTokenStoreTests : IDisposable
{
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("valetkey-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string File => Path.Combine(_folder.FullName, "own", "tokens.vk");

    private string KeyFile => Path.Combine(_folder.FullName, "own", "tokens.key");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Is_empty_before_the_first_token_and_makes_nothing()
    {
        Assert.Empty(await Store().ListAsync(Stop));
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task Keeps_tokens_of_both_protocols_with_all_that_is_known_of_them()
    {
        var one = new OAuth1Token("1/token", "secret")
        {
            Scopes = ["https://www.google.com/calendar/feeds/"], SessionHandle = "handle", ExpiresAt = DateTimeOffset.UnixEpoch.AddDays(1),
            AuthorizationExpiresAt = DateTimeOffset.UnixEpoch.AddDays(2), Details = [new("screen_name", "liz")],
        };
        var two = new OAuth2Token("ya29.x", "1/refresh", DateTimeOffset.UnixEpoch.AddMinutes(1), ["email"]) { IdToken = "id.token" };
        await Store().AddAsync(one, Stop);
        await Store().AddAsync(two, Stop);

        var found = await Store().ListAsync(Stop);
        Assert.Equivalent(one, found[0], strict: true);
        var second = Assert.IsType<OAuth2Token>(found[1]);
        Assert.Equal((two.AccessToken, two.RefreshToken, two.IdToken, two.ExpiresAt), (second.AccessToken, second.RefreshToken, second.IdToken, second.ExpiresAt));
    }

    [Fact]
    public async Task Follows_the_rules_of_every_store()
    {
        var store = Store();
        await store.AddAsync(Of("wide", "https://apps-apis.google.com/a/feeds/"), Stop);
        await store.AddAsync(Of("narrow", "https://apps-apis.google.com/a/feeds/user/"), Stop);
        await store.AddAsync(Of("narrow again", "https://apps-apis.google.com/a/feeds/user/"), Stop);
        var address = new Uri("https://apps-apis.google.com/a/feeds/user/2.0/liz");
        Assert.Equal("narrow again", (await store.FindAsync<OAuth1Token>(address, Stop)).Token);
        await store.SetCurrentAsync(Of("wide", "https://apps-apis.google.com/a/feeds/"), Stop);
        Assert.Equal("wide", (await Store().FindAsync<OAuth1Token>(address, Stop)).Token);
        await store.ReplaceAsync(Of("wide"), Of("wider", "https://apps-apis.google.com/"), Stop);
        Assert.Equal("wider", (await store.FindAsync<OAuth1Token>(address, Stop)).Token);
        await store.RemoveAsync(Of("wider"), Stop);
        Assert.Equal("narrow again", (await store.FindAsync<OAuth1Token>(address, Stop)).Token);
        await Assert.ThrowsAsync<NoTokenForScopeException>(() => store.FindAsync<OAuth1Token>(new Uri("https://docs.google.com/feeds/"), Stop));
    }

    [Fact]
    public async Task Keeps_a_named_token_until_its_name_is_given_to_another()
    {
        var store = Store();
        var scope = "https://apps-apis.google.com/a/feeds/user/";
        await store.SaveAsync(new KeptToken(Of("batch", scope)) { Name = "batch", Owner = new("example.com") { Secret = "s", SignatureMethod = SignatureMethod.HmacSha256 } }, Stop);
        await store.AddAsync(Of("another", scope), Stop);

        var batch = await store.FindAsync("batch", Stop);
        Assert.Equal(("example.com", "s", SignatureMethod.HmacSha256), (batch!.Owner!.Id, batch.Owner.Secret!.Reveal(), batch.Owner.SignatureMethod));
        await store.SaveAsync(batch with { Token = Of("fresh", scope) }, Stop);
        Assert.Equal(["fresh", "another"], (await store.ListAsync(Stop)).Cast<OAuth1Token>().Select(t => t.Token));
        Assert.True(await store.RemoveAsync("batch", Stop));
        Assert.False(await store.RemoveAsync("batch", Stop));
    }

    [Fact]
    public async Task Is_for_its_user_alone()
    {
        await Store().AddAsync(Of("t"), Stop);
        Assert.Equal(OwnFile | UnixFileMode.UserExecute, System.IO.File.GetUnixFileMode(Path.GetDirectoryName(File)!));
        Assert.All(Directory.EnumerateFiles(Path.GetDirectoryName(File)!), file => Assert.Equal(OwnFile, System.IO.File.GetUnixFileMode(file)));
    }

    [Theory]
    [InlineData(false, UnixFileMode.GroupRead, "0640")]
    [InlineData(false, UnixFileMode.OtherWrite, "0602")]
    [InlineData(true, UnixFileMode.OtherRead, "0604")]
    public async Task Refuses_a_file_that_others_can_use_and_says_how_to_mend_it(bool isKey, UnixFileMode more, string mode)
    {
        await Store().AddAsync(Of("t"), Stop);
        var file = isKey ? KeyFile : File;
        System.IO.File.SetUnixFileMode(file, OwnFile | more);
        var thrown = await Assert.ThrowsAsync<TokenStoreException>(() => Store().ListAsync(Stop));
        Assert.Equal((TokenStoreProblem.TooOpen, $"Run: chmod 600 '{file}'"), (thrown.Problem, thrown.Mend));
        Assert.Contains(mode, thrown.Meaning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_nothing_of_a_token_in_the_file()
    {
        await Store().SaveAsync(new KeptToken(Of("a-token-to-look-for", "https://scope.example/")) { Name = "name-to-look-for" }, Stop);
        var text = System.Text.Encoding.Latin1.GetString(await System.IO.File.ReadAllBytesAsync(File, Stop));
        Assert.StartsWith("VALETKEY", text, StringComparison.Ordinal);
        Assert.DoesNotContain("look-for", text, StringComparison.Ordinal);
        Assert.DoesNotContain("scope.example", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_file_with_any_bit_changed_or_cut_anywhere_and_leaves_it_as_it_is()
    {
        await Store().AddAsync(Of("t"), Stop);
        var whole = await System.IO.File.ReadAllBytesAsync(File, Stop);
        for (var at = 0; at < whole.Length; at++)
        {
            var changed = whole.ToArray();
            changed[at] ^= 1;
            await RefusesAsync(changed);
            await RefusesAsync(whole[..at]);
        }
    }

    [Theory]
    [InlineData("right", "right")]
    [InlineData("right", "wrong")]
    public async Task Opens_with_its_passphrase_alone(string made, string tried)
    {
        await Store(TokenStoreKey.Passphrase(made)).AddAsync(Of("t"), Stop);
        if (made == tried)
        {
            Assert.Single(await Store(TokenStoreKey.Passphrase(tried)).ListAsync(Stop));
            return;
        }

        var before = await System.IO.File.ReadAllBytesAsync(File, Stop);
        var thrown = await Assert.ThrowsAsync<TokenStoreException>(() => Store(TokenStoreKey.Passphrase(tried)).AddAsync(Of("u"), Stop));
        Assert.Equal(TokenStoreProblem.WrongKey, thrown.Problem);
        Assert.Contains("another passphrase", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(File, Stop));
    }

    [Fact]
    public async Task Says_which_kind_of_key_it_was_made_with()
    {
        await Store(TokenStoreKey.Passphrase("p")).AddAsync(Of("t"), Stop);
        var thrown = await Assert.ThrowsAsync<TokenStoreException>(() => Store().ListAsync(Stop));
        Assert.Equal("Give its passphrase.", thrown.Mend);
    }

    [Fact]
    public async Task Does_not_begin_anew_where_the_key_file_is_gone_or_another()
    {
        await Store().AddAsync(Of("t"), Stop);
        System.IO.File.Delete(KeyFile);
        Assert.Equal(TokenStoreProblem.WrongKey, (await Assert.ThrowsAsync<TokenStoreException>(() => Store().AddAsync(Of("u"), Stop))).Problem);
        Assert.False(System.IO.File.Exists(KeyFile));
        await Store(TokenStoreKey.KeyFile(KeyFile), File + "2").AddAsync(Of("t"), Stop);
        Assert.Equal(TokenStoreProblem.WrongKey, (await Assert.ThrowsAsync<TokenStoreException>(() => Store().ListAsync(Stop))).Problem);
    }

    [Fact]
    public async Task Loses_nothing_to_many_writers_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            var store = Store();
            for (var n = 0; n < 5; n++)
            {
                await store.SaveAsync(new KeptToken(Of($"{writer}-{n}")) { Name = $"t{writer}-{n}" }, Stop);
                Assert.NotNull(await store.FindAsync($"t{writer}-{n}", Stop));
            }
        }, Stop)));
        Assert.Equal(40, (await Store().ListAsync(Stop)).Count);
    }

    [Fact]
    public async Task Is_as_it_was_when_a_writer_was_killed_before_it_put_its_file_into_place()
    {
        await Store().AddAsync(Of("kept"), Stop);
        var left = File + ".abcdefgh.xyz.new";      // what such a writer leaves
        await System.IO.File.WriteAllBytesAsync(left, (await System.IO.File.ReadAllBytesAsync(File, Stop))[..40], Stop);
        Assert.Equal("kept", Assert.IsType<OAuth1Token>(Assert.Single(await Store().ListAsync(Stop))).Token);
        await Store().AddAsync(Of("more"), Stop);
        Assert.False(System.IO.File.Exists(left));
        Assert.Equal(2, (await Store().ListAsync(Stop)).Count);
    }

    [Fact]
    public async Task Gives_up_on_another_process_that_does_not_let_go()
    {
        await Store().AddAsync(Of("t"), Stop);
        var time = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromSeconds(31) };
        await using var held = new FileStream(File + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var thrown = await Assert.ThrowsAsync<TokenStoreException>(() => new EncryptedFileTokenStore(File, TokenStoreKey.KeyFile(KeyFile), time).AddAsync(Of("u"), Stop));
        Assert.Equal(TokenStoreProblem.Locked, thrown.Problem);
        Assert.Single(await Store().ListAsync(Stop));       // who only reads does not wait
    }

    [Fact]
    public async Task Refuses_a_file_of_a_later_version_and_fewer_rounds_than_its_own()
    {
        await Store(TokenStoreKey.Passphrase("p")).AddAsync(Of("t"), Stop);
        var whole = await System.IO.File.ReadAllBytesAsync(File, Stop);
        await System.IO.File.WriteAllBytesAsync(File, [.. whole[..8], 2, .. whole[9..]], Stop);
        Assert.Equal(TokenStoreProblem.TooNew, (await Assert.ThrowsAsync<TokenStoreException>(() => Store(TokenStoreKey.Passphrase("p")).ListAsync(Stop))).Problem);
        await System.IO.File.WriteAllBytesAsync(File, [.. whole[..10], 0, 0, 0, 1, .. whole[14..]], Stop);
        Assert.Equal(TokenStoreProblem.Damaged, (await Assert.ThrowsAsync<TokenStoreException>(() => Store(TokenStoreKey.Passphrase("p")).ListAsync(Stop))).Problem);
    }

    [Fact]
    public async Task Signs_each_request_with_the_token_that_covers_it()
    {
        var store = Store();
        await store.AddAsync(Of("docs", "https://docs.google.com/feeds/"), Stop);
        var request = await new OAuth1Consumer("k", "s").With(store).AuthorizeAsync(new(HttpMethod.Get, "https://docs.google.com/feeds/default"), Stop);
        Assert.Contains("oauth_token=\"docs\"", request.Headers.Authorization!.ToString(), StringComparison.Ordinal);
    }

    private async Task RefusesAsync(byte[] changed)
    {
        await System.IO.File.WriteAllBytesAsync(File, changed, Stop);
        var thrown = await Assert.ThrowsAsync<TokenStoreException>(() => Store().AddAsync(Of("u"), Stop));
        Assert.True(thrown.Problem is TokenStoreProblem.Damaged or TokenStoreProblem.WrongKey or TokenStoreProblem.TooNew or TokenStoreProblem.KeychainUnavailable, thrown.Message);
        Assert.Equal(changed, await System.IO.File.ReadAllBytesAsync(File, Stop));
    }

    private EncryptedFileTokenStore Store(TokenStoreKey? key = null, string? file = null) => new(file ?? File, key ?? TokenStoreKey.KeyFile(KeyFile));

    private static OAuth1Token Of(string token, params string[] scopes) => new(token, "secret") { Scopes = scopes };
}
