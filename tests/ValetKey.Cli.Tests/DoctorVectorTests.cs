using System.Text;
using System.Text.Json;

namespace ValetKey.Cli.Tests;

public sealed class DoctorVectorTests
{
    private static readonly JsonElement All = Vectors.Cases("doctor-cases.json");

    public static TheoryData<string> Cases => Vectors.Names(All);

    [Theory, MemberData(nameof(Cases))]
    public async Task Names_the_known_cause_and_difference_of_raw_http(string name)
    {
        var known = All.Named(name);
        var expected = known.GetProperty("expected");
        var ran = await DiagnoseAsync(known, "--json");
        Assert.Equal((1, ""), (ran.Code, ran.Error));
        using var json = JsonDocument.Parse(ran.Output);
        Assert.Equal(expected.Text("cause"), json.RootElement.Text("cause"));
        Assert.Equal(expected.Text("serverBaseString"), json.RootElement.Text("serverBaseString"));
        Assert.Equal(expected.Text("clientBaseString"), json.RootElement.Text("clientBaseString"));
        Assert.Equal(expected.GetProperty("firstDifference").ToString(), json.RootElement.GetProperty("firstDifference").ToString());
        Assert.Equal(expected.Text("oauthProblem"), json.RootElement.Text("problem"));
        Assert.NotEmpty(json.RootElement.Text("mend")!);
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task Tells_people_the_cause_the_mend_and_no_secret(string name)
    {
        var known = All.Named(name);
        var ran = await DiagnoseAsync(known);
        Assert.Contains($"({known.GetProperty("expected").Text("cause")})", ran.Output, StringComparison.Ordinal);
        Assert.Contains("What to do", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(known.Text("consumerSecret")!, ran.Output, StringComparison.Ordinal);
    }

    private static Task<Ran> DiagnoseAsync(JsonElement known, params string[] more)
    {
        var request = known.GetProperty("request");
        var http = new StringBuilder($"{request.Text("method")} {request.Text("url")} HTTP/1.1\r\n");
        foreach (var (header, value) in request.Fields("headers"))
        {
            http.Append($"{header}: {value}\r\n");
        }

        http.Append("\r\n").Append(request.Text("body"));
        List<string> words = ["doctor", "-", "--consumer-secret", known.Text("consumerSecret")!, "--token-secret", known.Text("tokenSecret")!, "--now", known.GetProperty("now").ToString(), .. more];
        foreach (var (header, value) in known.Fields("forwardedHeaders"))
        {
            words.AddRange(["--forwarded", $"{header}: {value}"]);
        }

        if (known.TryGetProperty("usedNonces", out var nonces))
        {
            words.AddRange(nonces.EnumerateArray().SelectMany(n => (string[])["--used-nonce", $"{n.Text("timestamp")}:{n.Text("nonce")}"]));
        }

        return Ran.With(new() { Input = Encoding.UTF8.GetBytes(http.ToString()) }, [.. words]);
    }
}
