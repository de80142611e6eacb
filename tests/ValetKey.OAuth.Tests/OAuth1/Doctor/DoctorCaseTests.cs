using System.Text.Json;

namespace ValetKey.OAuth.Tests.OAuth1.Doctor;

public sealed class DoctorCaseTests
{
    private static readonly JsonElement All = Vectors.Load("doctor-cases.json").GetProperty("cases");

    public static TheoryData<string> Cases => Vectors.Names(All);

    [Theory, MemberData(nameof(Cases))]
    public void Has_its_cause_and_everything_that_follows_from_it(string name)
    {
        var known = All.Named(name);
        var expected = known.GetProperty("expected");
        var diagnosis = Examined(known);

        Assert.Equal(expected.Text("cause"), diagnosis.Cause.Id);
        Assert.Single(diagnosis.Findings);
        Assert.Equal(expected.Text("oauthProblem"), diagnosis.Problem);
        Assert.Equal(expected.Text("serverBaseString"), diagnosis.ServerBaseString);
        Assert.Equal(expected.Text("clientBaseString"), diagnosis.ClientBaseString);
        Assert.Equal(expected.GetProperty("firstDifference") is { ValueKind: JsonValueKind.Number } at ? at.GetInt32() : null, diagnosis.Difference?.Position);
        Assert.Equal(expected.Text("serverSigningKey"), diagnosis.ServerSigningKey?.Reveal());
        Assert.Equal(expected.Text("rightSignature"), diagnosis.RightSignature?.Reveal());
        Assert.Equal(expected.Text("receivedSignature"), diagnosis.ReceivedSignature?.Reveal());
        if (expected.TryGetProperty("aroundDifference", out var around) && around.ValueKind == JsonValueKind.Object)
        {
            Assert.Equal((around.Text("server"), around.Text("client")), (diagnosis.Difference!.Server, diagnosis.Difference.Client));
        }

        if (name == "secret-mismatch")      // nobody can compute a key from a signature, nor prove that it is the key
        {
            Assert.Equal(Certainty.Suspected, diagnosis.Certainty);
            Assert.Null(diagnosis.ClientSigningKey);
            return;
        }

        Assert.Equal(Certainty.Known, diagnosis.Certainty);
        Assert.Equal(expected.Text("clientSigningKey"), diagnosis.ClientSigningKey?.Reveal());
        Assert.Equal(expected.Text("clientSignature"), diagnosis.ClientSignature?.Reveal());
    }

    [Theory, MemberData(nameof(Cases))]
    public void Has_the_same_cause_in_whatever_form_it_is_pasted(string name)
    {
        var known = All.Named(name);
        var request = known.GetProperty("request");
        var (method, url, body) = (request.Text("method")!, request.Text("url")!, request.Text("body"));
        var headers = request.Fields("headers").ToList();
        var path = url[url.IndexOf('/', url.IndexOf("://", StringComparison.Ordinal) + 3)..];
        var lines = string.Concat(headers.Select(h => $"{h.Name}: {h.Value}\n"));
        string[] pasted =
        [
            $"curl -X {method} '{url}'{string.Concat(headers.Select(h => $" \\\n  -H '{h.Name}: {h.Value}'"))}{(body is null ? "" : $" --data-raw '{body}'")}",
            $"{method} {url} HTTP/1.1\n{lines}\n{body}\n",
            $"{method} {path} HTTP/1.1\r\nHost: {new Uri(url).Authority}\r\n{lines.ReplaceLineEndings("\r\n")}\r\n{body}",
            JsonSerializer.Serialize(new { request = new { method, url, headers = headers.Select(h => new { name = h.Name, value = h.Value }), postData = new { text = body } } }),
        ];
        foreach (var text in pasted.Where(text => name != "host-not-lowercased" || !text.Contains("Host:", StringComparison.Ordinal)))      // Uri has no capitals in a host
        {
            Assert.Equal((known.GetProperty("expected").Text("cause"), known.GetProperty("expected").Text("oauthProblem")),
                (Examined(known, DoctorInput.Read(text)).Cause.Id, Examined(known, DoctorInput.Read(text)).Problem));
        }
    }

    internal static Diagnosis Examined(JsonElement known)
    {
        var request = known.GetProperty("request");
        return Examined(known, new(request.Text("method")!, request.Text("url")!, [.. request.Fields("headers")], request.Text("body")));
    }

    private static Diagnosis Examined(JsonElement known, DoctorRequest request) => SignatureDoctor.Examine(
            request,
            new() { ConsumerSecret = known.Text("consumerSecret")!, TokenSecret = known.Text("tokenSecret")! },
            new()
            {
                Now = DateTimeOffset.FromUnixTimeSeconds(known.GetProperty("now").GetInt64()),
                UsedNonces = [.. known.Items("usedNonces").Select(n => new SeenNonce(n.Text("timestamp")!, n.Text("nonce")!))],
                ForwardedHeaders = [.. known.Fields("forwardedHeaders")],
                ProxyTrusted = known.TryGetProperty("proxyTrusted", out var trusted) && trusted.GetBoolean(),
            });
}
