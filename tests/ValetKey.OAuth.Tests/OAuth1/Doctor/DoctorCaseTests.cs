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

    internal static Diagnosis Examined(JsonElement known)
    {
        var request = known.GetProperty("request");
        return SignatureDoctor.Examine(
            new(request.Text("method")!, request.Text("url")!, [.. request.Fields("headers")], request.Text("body")),
            new() { ConsumerSecret = known.Text("consumerSecret")!, TokenSecret = known.Text("tokenSecret")! },
            new()
            {
                Now = DateTimeOffset.FromUnixTimeSeconds(known.GetProperty("now").GetInt64()),
                UsedNonces = [.. known.Items("usedNonces").Select(n => new SeenNonce(n.Text("timestamp")!, n.Text("nonce")!))],
                ForwardedHeaders = [.. known.Fields("forwardedHeaders")],
                ProxyTrusted = known.TryGetProperty("proxyTrusted", out var trusted) && trusted.GetBoolean(),
            });
    }
}
