using System.Text.Json;

namespace ValetKey.Cli.Tests;

public sealed class SignVectorTests
{
    private static readonly JsonElement All = Vectors.Cases("oauth1-signatures.json");

    public static TheoryData<string> Cases => Vectors.Names(All);

    [Theory, MemberData(nameof(Cases))]
    public async Task Prints_the_known_header_base_string_and_signature(string name)
    {
        var known = All.Named(name);
        var expected = known.GetProperty("expected");
        string[] words = ["sign", .. WordsOf(known)];
        var signature = await Ran.Async([.. words, "--print", "signature"]);
        Assert.Equal((0, "", expected.Text("signature")), (signature.Code, signature.Error, signature.Result));
        if (known.Text("nonce") is null)        // PLAINTEXT alone may leave them out; sign always sends them
        {
            return;
        }

        Assert.Equal(expected.Text("baseString"), (await Ran.Async([.. words, "--print", "base-string"])).Result);
        if (expected.Text("authorizationHeader") is { } header)
        {
            Assert.Equal(header, (await Ran.Async(words)).Result);
        }
    }

    internal static IReadOnlyList<string> WordsOf(JsonElement known)
    {
        List<string> words = ["-X", known.Text("method")!, "--consumer-key", known.Text("consumerKey")!, "--signature-method", known.Text("signatureMethod")!];
        Add("--consumer-secret", known.Text("consumerSecret"));
        Add("--token", known.Text("token"));
        Add("--token-secret", known.Text("tokenSecret"));
        Add("--nonce", known.Text("nonce"));
        Add("--timestamp", known.Text("timestamp"));
        Add("--realm", known.Text("realm"));
        Add("--private-key", known.Text("privateKeyPem") is { } key ? Vectors.PathOf(key) : null);
        foreach (var (name, value) in known.Fields("headers"))
        {
            Add("-H", $"{name}: {value}");
        }

        foreach (var (name, value) in known.Fields("additionalOAuthParameters"))
        {
            Add("--oauth", $"{name}={value}");
        }

        var place = known.Text("parametersIn")!;
        Add("--in", place == "header" ? null : place);
        Add("-d", place == "body" ? known.Text("bodyForm")!.Split("&oauth_")[0] : known.Text("bodyForm") ?? known.Text("body"));
        if (known.Text("version") is null)
        {
            words.Add("--no-version");
        }

        words.Add(place == "query" ? known.Text("url")!.Split("&oauth_")[0] : known.Text("url")!);
        return words;

        void Add(string option, string? value)
        {
            if (value is not null)
            {
                words.AddRange([option, value]);
            }
        }
    }
}
