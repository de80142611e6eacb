using System.Text;
using System.Text.Json;

namespace ValetKey.Cli.Tests;

public sealed class TokenCommandsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("valetkey-");

    private Dictionary<string, string> Variables => new(StringComparer.Ordinal)
    {
        ["VALETKEY_TOKENS"] = Path.Combine(_folder.FullName, "tokens.vk"),
        ["VALETKEY_KEY_FILE"] = Path.Combine(_folder.FullName, "key"),
    };

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Keep_a_token_that_then_signs_by_its_name()
    {
        await SaveAsync("one");
        var ran = await RunAsync("sign", "--token-name", "one", "--nonce", "n", "--timestamp", "1", "http://h/");
        Assert.Equal((await Ran.Async("sign", "--consumer-key", "k", "--consumer-secret", "marked-consumer-secret", "--token", "t", "--token-secret", "marked-token-secret", "--nonce", "n", "--timestamp", "1", "http://h/")).Result, ran.Result);
    }

    [Fact]
    public async Task Sign_with_the_token_whose_scope_covers_the_address_and_with_none_that_was_not_meant_for_it()
    {
        await SaveAsync("docs", "--scope", "https://docs.google.com/feeds/");
        Assert.Contains("oauth_token=\"t\"", (await RunAsync("sign", "https://docs.google.com/feeds/default")).Output, StringComparison.Ordinal);
        Assert.Contains("oauth_token=\"t\"", (await RunAsync("sign", "https://docs.google.com/elsewhere")).Output, StringComparison.Ordinal);
        foreach (var address in (string[])["https://shop.example/", "https://docs.google.com.shop.example/feeds/", "https://docs.google.com:444/feeds/"])
        {
            var refused = await RunAsync("sign", address);
            Assert.Equal((4, $"valetkey: No kept token is for {address} by its scopes, or several are.\n  Name one with --token-name: docs.\n"), (refused.Code, refused.Error));
        }
    }

    [Fact]
    public async Task Never_show_a_secret_but_when_asked_to()
    {
        var saved = await SaveAsync("one");
        Ran[] ran = [saved, await RunAsync("token", "list"), await RunAsync("token", "list", "--json"), await RunAsync("token", "show", "one"), await RunAsync("token", "show", "one", "--json"), await RunAsync("token", "remove", "none")];
        Assert.All(ran, r => Assert.DoesNotContain("marked", r.Output + r.Error, StringComparison.Ordinal));
        Assert.Contains("marked-token-secret", (await RunAsync("token", "show", "one", "--secrets")).Output, StringComparison.Ordinal);
        Assert.Contains("marked-consumer-secret", (await RunAsync("token", "export")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_as_a_table_as_names_and_as_json()
    {
        Assert.Equal((0, "[]\n"), ((await RunAsync("token", "list", "--json")).Code, (await RunAsync("token", "list", "--json")).Output));
        await SaveAsync("one", "--scope", "https://docs.google.com/feeds/");
        Assert.Equal("NAME  KIND    OWNER  PROVIDER  ENDS   SCOPES\none   oauth1  k      google    never  https://docs.google.com/feeds/\n", (await RunAsync("token", "list")).Output);
        Assert.Equal("one\n", (await RunAsync("token", "list", "--names")).Output);
        using var json = JsonDocument.Parse((await RunAsync("token", "list", "--json")).Output);
        Assert.Equal("one", json.RootElement[0].Text("name"));
    }

    [Fact]
    public async Task Take_a_name_once_unless_told_to_replace()
    {
        await SaveAsync("one");
        Assert.Equal(2, (await SaveAsync("one")).Code);
        Assert.Equal(0, (await SaveAsync("one", "--replace")).Code);
    }

    [Fact]
    public async Task Import_what_was_exported_in_either_form()
    {
        await SaveAsync("one", "--scope", "https://docs.google.com/feeds/");
        foreach (var form in (string[][])[[], ["--blob"]])
        {
            var exported = (await RunAsync(["token", "export", "one", .. form])).Output;
            var imported = await Ran.With(new() { Variables = Variables, Input = Encoding.UTF8.GetBytes(exported) }, "token", "import", "-", "--replace", "--name", "two");
            Assert.Equal((0, ""), (imported.Code, imported.Error));
        }

        Assert.Equal("one\ntwo\n", (await RunAsync("token", "list", "--names")).Output);
        Assert.Equal((await RunAsync("token", "export", "one", "--blob")).Output, (await RunAsync("token", "export", "two", "--blob")).Output);
    }

    [Fact]
    public async Task Import_several_strings_of_the_python_library_each_under_a_name()
    {
        var blobs = "1h|k|s|t|ts|3||,1a|asub|http%3A%2F%2Fx%2F,1htl|k|s|liz%40example.com"u8.ToArray();
        var ran = await Ran.With(new() { Variables = Variables, Input = blobs }, "token", "import", "-", "--name", "old");
        Assert.Equal(0, ran.Code);
        Assert.Equal("old-1\nold-2\nold-3\n", (await RunAsync("token", "list", "--names")).Output);
        Assert.Equal("1h|k|s|t|ts|3||,1a|asub|http%3A%2F%2Fx%2F,1htl|k|s|liz%40example.com\n", (await RunAsync("token", "export", "--blob")).Output);
        Assert.DoesNotContain("oauth_token=", (await RunAsync("sign", "--token-name", "old-3", "http://h/")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9z|marked", "not with one of")]
    [InlineData("{\"marked\":1}", "Token 1 of the JSON")]
    [InlineData("marked", "no marker")]
    public async Task Refuse_a_file_that_is_no_token_and_repeat_nothing_of_it(string text, string why)
    {
        var ran = await Ran.With(new() { Variables = Variables, Input = Encoding.UTF8.GetBytes(text) }, "token", "import", "-");
        Assert.Equal((2, ""), (ran.Code, ran.Output));
        Assert.Contains(why, ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("marked", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("show")]
    [InlineData("remove")]
    [InlineData("export")]
    [InlineData("info")]
    [InlineData("revoke")]
    public async Task Say_that_there_is_no_token_of_a_name(string command)
    {
        var ran = await RunAsync("token", command, "nobody");
        Assert.Equal((4, "valetkey: No token of the name nobody is kept.\n  valetkey token list shows what is there.\n"), (ran.Code, ran.Error));
    }

    [Fact]
    public async Task Say_how_to_give_the_key_of_the_store()
    {
        await SaveAsync("one");
        var ran = await Ran.With(new() { Variables = new(Variables, StringComparer.Ordinal) { ["VALETKEY_PASSPHRASE"] = "p" } }, "token", "list");
        Assert.Equal(1, ran.Code);
        Assert.Contains("is locked with a key file.\n  Give its key file. valetkey takes it from VALETKEY_PASSPHRASE", ran.Error, StringComparison.Ordinal);
    }

    private Task<Ran> SaveAsync(string name, params string[] more) => Ran.With(new()
    {
        Variables = new(Variables, StringComparer.Ordinal) { ["VALETKEY_CONSUMER_SECRET"] = "marked-consumer-secret", ["VALETKEY_TOKEN_SECRET"] = "marked-token-secret" },
    }, ["token", "save", name, "--consumer-key", "k", "--token", "t", .. more]);

    private Task<Ran> RunAsync(params string[] words) => Ran.With(new() { Variables = Variables }, words);
}
