using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace ValetKey.Cli.Tests;

public sealed class SignCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("valetkey-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Takes_secrets_from_files_the_environment_or_the_person_and_signs_alike()
    {
        string[] words = ["sign", "--consumer-key", "k", "--token", "t", "--nonce", "n", "--timestamp", "1", "http://h/"];
        var expected = (await Ran.Async([.. words, "--consumer-secret", "cs", "--token-secret", "ts"])).Result;
        var file = Path.Combine(_folder.FullName, "secret");
        await File.WriteAllTextAsync(file, "cs\n", TestContext.Current.CancellationToken);
        Assert.Equal(expected, (await Ran.With(new() { Input = "ts"u8.ToArray() }, [.. words, "--consumer-secret-file", file, "--token-secret-file", "-"])).Result);
        Assert.Equal(expected, (await Ran.With(new() { Variables = { ["VALETKEY_CONSUMER_SECRET"] = "cs", ["VALETKEY_TOKEN_SECRET"] = "ts" } }, words)).Result);
        var asked = await Ran.With(new() { IsTerminal = true, Typed = new(["cs", "ts"]) }, words);
        Assert.Equal((expected, "The consumer secret: The token secret: "), (asked.Result, asked.Error));
    }

    [Fact]
    public async Task Takes_the_consumer_and_the_token_from_the_environment() => Assert.Contains("oauth_token=\"t\"", (await Ran.With(new()
    {
        Variables = { ["VALETKEY_CONSUMER_KEY"] = "k", ["VALETKEY_CONSUMER_SECRET"] = "cs", ["VALETKEY_TOKEN"] = "t", ["VALETKEY_TOKEN_SECRET"] = "ts" },
    }, "sign", "http://h/")).Result, StringComparison.Ordinal);

    [Fact]
    public async Task Signs_with_the_clock_and_a_new_nonce_each_time()
    {
        var around = new Around { Time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1700000000)) };
        string[] words = ["sign", "--consumer-key", "k", "--consumer-secret", "s", "http://h/"];
        var (one, two) = ((await Ran.With(around, words)).Result, (await Ran.With(around, words)).Result);
        Assert.NotEqual(one, two);
        Assert.Contains("oauth_timestamp=\"1700000000\"", one, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("curl 'http://h/a?b=c' -H", "http://h/a?b=c")]
    [InlineData("--globoff", "http://h/a?b[]=c")]
    [InlineData("--path-as-is", "http://h/a/../b")]
    public async Task Prints_a_curl_command_that_sends_what_was_signed(string part, string url)
    {
        var ran = await Ran.Async("sign", "--consumer-key", "k", "--consumer-secret", "it's", "-H", "X-It: it's", "-X", "DELETE", "--print", "curl", url);
        Assert.StartsWith("curl -X DELETE ", ran.Result, StringComparison.Ordinal);
        Assert.Contains(@"-H 'X-It: it'\''s'", ran.Result, StringComparison.Ordinal);
        Assert.Contains("-H 'Authorization: OAuth oauth_consumer_key=\"k\", ", ran.Result, StringComparison.Ordinal);
        Assert.Contains(part.StartsWith("--", StringComparison.Ordinal) ? part : "'http://h/a?b=c'", ran.Result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_and_signs_a_body_as_curl_does()
    {
        var file = Path.Combine(_folder.FullName, "body");
        await File.WriteAllTextAsync(file, "c=d\r\n&e=f\n", TestContext.Current.CancellationToken);
        var ran = await Ran.Async("sign", "--consumer-key", "k", "--consumer-secret", "s", "-d", "a=b", "--data", "@" + file, "--data-urlencode", "g=h i&", "--data-raw", "j=@k", "--json", "http://h/");
        using var json = JsonDocument.Parse(ran.Output);
        Assert.EndsWith(" --data-raw 'a=b&c=d&e=f&g=h%20i%26&j=@k' http://h/", json.RootElement.Text("curl"), StringComparison.Ordinal);
        Assert.StartsWith("POST&http%3A%2F%2Fh%2F&a%3Db%26c%3Dd%26e%3Df%26g%3Dh%2520i%2526%26j%3D%2540k%26", json.RootElement.Text("baseString"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signs_a_body_that_is_no_form_by_its_hash_when_asked_to() => Assert.Contains("oauth_body_hash=", (await Ran.Async(
        "sign", "--consumer-key", "k", "--consumer-secret", "s", "-H", "Content-Type: application/json", "-d", "{}", "--body-hash", "http://h/")).Result, StringComparison.Ordinal);

    [Fact]
    public async Task Escapes_what_no_address_can_hold_and_leaves_the_rest_as_it_is() => Assert.StartsWith("GET&http%3A%2F%2Fh%2Fa%2520b%252f..%2F&",
        (await Ran.Async("sign", "--consumer-key", "k", "--consumer-secret", "s", "--print", "base-string", "http://h/a b%2f../?x=é#part")).Result, StringComparison.Ordinal);

    [Fact]
    public async Task Takes_a_realm_among_the_further_parameters_for_what_it_is() => Assert.StartsWith("OAuth realm=\"R\", oauth_callback=\"oob\", oauth_consumer_key",
        (await Ran.Async("sign", "--consumer-key", "k", "--consumer-secret", "s", "--oauth", "realm=R", "--oauth", "oauth_callback=oob", "http://h/")).Result, StringComparison.Ordinal);

    [Fact]
    public async Task Puts_the_parameters_into_the_query_when_asked_to()
    {
        var ran = await Ran.Async("sign", "--consumer-key", "k", "--consumer-secret", "s", "--in", "query", "--print", "curl", "http://h/a?b=c");
        Assert.Matches(@"^curl 'http://h/a\?b=c&oauth_consumer_key=k&.*&oauth_signature=[^&']+'$", ran.Result);
    }
}
