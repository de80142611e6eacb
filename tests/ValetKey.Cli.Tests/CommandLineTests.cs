namespace ValetKey.Cli.Tests;

public sealed class CommandLineTests
{
    private static readonly string[] Signer = ["sign", "--consumer-key", "k", "--consumer-secret", "s", "--nonce", "n", "--timestamp", "1"];

    [Fact]
    public async Task Says_its_version() => Assert.Matches(@"^valetkey \d+\.\d+\.\d+\n$", (await Ran.Async("--version")).Output);

    [Fact]
    public async Task Takes_options_in_every_form_that_curl_takes()
    {
        var expected = (await Ran.Async([.. Signer, "-X", "PUT", "-d", "a=b", "--print", "base-string", "http://h/"])).Result;
        Assert.StartsWith("PUT&http%3A%2F%2Fh%2F&a%3Db%26", expected, StringComparison.Ordinal);
        foreach (var words in (string[][])[["-XPUT", "-da=b", "--print=base-string", "http://h/"], ["http://h/", "--request", "PUT", "--data", "a=b", "--print", "base-string"], ["--request=PUT", "--data=a=b", "--print=base-string", "--", "http://h/"]])
        {
            Assert.Equal(expected, (await Ran.Async([.. Signer, .. words])).Result);
        }
    }

    [Fact]
    public async Task Takes_a_value_that_reads_like_an_option() => Assert.Contains("oauth_nonce=\"--help\"",
        (await Ran.Async("sign", "--consumer-key", "k", "--consumer-secret", "-d", "--nonce", "--help", "http://h/")).Result, StringComparison.Ordinal);

    [Theory]
    [InlineData("sing", "There is no command sing.", "Do you mean sign?")]
    [InlineData("sign --consumer-kei k http://h/", "There is no option --consumer-kei of valetkey sign.", "Do you mean --consumer-key?")]
    [InlineData("sign -q http://h/", "There is no option -q of valetkey sign.", "valetkey sign --help")]
    [InlineData("sign", "valetkey sign needs URL.", "valetkey sign --help")]
    [InlineData("sign http://h/ more", "'more' is one word too many for valetkey sign.", "Quote what belongs together.")]
    [InlineData("sign http://h/ --nonce", "--nonce has no value.", "Write --nonce TEXT.")]
    [InlineData("sign --json=yes http://h/", "--json takes no value.", "Write --json alone.")]
    [InlineData("sign ftp://h/", "'ftp://h/' is no address that can be called.", "https://")]
    [InlineData("sign /path", "'/path' is no address that can be called.", "https://")]
    [InlineData("sign --consumer-key k http://h/", "Nobody gave the consumer secret.", "VALETKEY_CONSUMER_SECRET")]
    [InlineData("sign --consumer-key k --consumer-secret s --token t http://h/", "Nobody gave the token secret.", "VALETKEY_TOKEN_SECRET")]
    [InlineData("sign --consumer-key k --signature-method RSA-SHA1 http://h/", "RSA-SHA1 signs with a private key.", "--private-key")]
    [InlineData("sign --consumer-key k --signature-method MD5 http://h/", "There is no signature method MD5.", "HMAC-SHA1")]
    [InlineData("sign --consumer-key k --consumer-secret s --oauth x http://h/", "--oauth is 'x'.", "oauth_callback=oob")]
    [InlineData("sign --consumer-key k --consumer-secret s -H x http://h/", "-H is 'x'.", "Accept")]
    [InlineData("sign --consumer-key k --consumer-secret s --print x http://h/", "--print is 'x'.", "base-string")]
    [InlineData("sign --consumer-key k --consumer-secret s --in query http://h/", "There is no header", "--print curl")]
    [InlineData("sign --consumer-key k --consumer-secret-file /no/such/file http://h/", "There is no file /no/such/file.", "Check the path")]
    [InlineData("doctor /no/such/file", "There is no file /no/such/file.", "standard input")]
    [InlineData("doctor - --now yesterday", "--now is 'yesterday'.", "date +%s")]
    [InlineData("login oauth1 --consumer-key k --consumer-secret s --provider nobody", "There is no provider nobody.", "flickr")]
    [InlineData("login oauth1 --consumer-key k --consumer-secret s --authorize-url https://h/", "A provider has three addresses.", "--access-token-url")]
    [InlineData("login oauth1 --consumer-key k --consumer-secret s", "Google wants to know what the token is for.", "--scope")]
    [InlineData("completion cmd", "There is no completion for cmd.", "bash, zsh, fish")]
    public async Task Says_what_is_wrong_and_what_to_do(string line, string meaning, string mend)
    {
        var ran = await Ran.With(new() { Input = "GET http://h/ HTTP/1.1\n\n"u8.ToArray(), Variables = { ["VALETKEY_TOKENS"] = "/no/such/folder/tokens.vk" } }, line.Split(' '));
        Assert.Equal((2, ""), (ran.Code, ran.Output));
        Assert.StartsWith($"valetkey: {meaning}", ran.Error, StringComparison.Ordinal);
        Assert.Contains(mend, ran.Error, StringComparison.Ordinal);
        Assert.InRange(ran.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length, 1, 2);
    }

    [Fact]
    public async Task Does_not_say_red_to_a_file_and_not_with_no_colour_wanted()
    {
        Assert.DoesNotContain('\e', (await Ran.Async("sign")).Error);
        Assert.Contains("\e[31m", (await Ran.With(new() { IsTerminal = true }, "sign")).Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', (await Ran.With(new() { IsTerminal = true, Variables = { ["NO_COLOR"] = "1" } }, "sign")).Error);
    }
}
