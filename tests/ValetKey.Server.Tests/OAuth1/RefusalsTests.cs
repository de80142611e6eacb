using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ValetKey.OAuth;
using ValetKey.Server.ApisConsole;
using ValetKey.Server.Directory;
using ValetKey.Server.Scopes;
using ValetKey.Server.Storage;

namespace ValetKey.Server.Tests.OAuth1;

/// <summary>Each request of the known refusals, sent to the running server, gets the problem that the contract names.</summary>
public sealed class RefusalsTests
{
    private const string CalendarScope = "https://www.google.com/calendar/feeds/";
    private static readonly JsonElement Vectors = JsonDocument.Parse(File.ReadAllText("vectors/oauth1-rejections.json")).RootElement;
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(Vectors.GetProperty("state").GetProperty("now").GetInt64());

    public static TheoryData<string> Cases => [.. Vectors.GetProperty("cases").EnumerateArray().Concat(Vectors.GetProperty("controls").EnumerateArray()).Select(c => c.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_request_gets_the_answer_of_the_contract(string name)
    {
        var vector = Vectors.GetProperty("cases").EnumerateArray().Concat(Vectors.GetProperty("controls").EnumerateArray()).Single(c => c.GetProperty("name").GetString() == name);
        var scheme = new Uri(vector.GetProperty("url").GetString()!).Scheme;
        await using var server = await TestServer.Start(
            Seed,
            routes => routes.Map("/calendar/{**resource}", () => "protected").Requires(Api.Calendar, Access.Read),
            new FakeTimeProvider(Now),
            settings: ("ValetKey:Proxies", "127.0.0.1"));
        await UseNonces(server);

        using var client = server.Client();
        using var request = Request(vector, server.Origin, scheme);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        var expected = vector.GetProperty("expected");
        Assert.True(Acceptable(expected).Contains(((int)answer.StatusCode, Problem(body))), $"{(int)answer.StatusCode} {body}");
        if (answer.StatusCode == HttpStatusCode.Unauthorized)
        {
            Assert.StartsWith("OAuth realm=", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        }

        foreach (var (property, detail) in new[]
        {
            ("oauthParametersAbsent", "oauth_parameters_absent"), ("oauthParametersRejected", "oauth_parameters_rejected"), ("oauthAcceptableTimestamps", "oauth_acceptable_timestamps"),
        })
        {
            if (expected.TryGetProperty(property, out var told))
            {
                var text = told.ValueKind == JsonValueKind.Array ? string.Join('&', told.EnumerateArray().Select(n => PercentEncoding.Encode(n.GetString()!))) : told.GetString();
                Assert.Contains(FormEncoding.Decode(body), p => p.Name == detail && p.Value == text);
            }
        }

        Assert.DoesNotContain("base_string", body, StringComparison.Ordinal);       // the vectors' server is in production
    }

    private static string? Problem(string body) => body.Contains("oauth_problem=", StringComparison.Ordinal) ? FormEncoding.Decode(body).First(p => p.Name == "oauth_problem").Value : null;

    private static IEnumerable<(int Status, string? Problem)> Acceptable(JsonElement expected)
    {
        yield return (expected.GetProperty("status").GetInt32(), expected.TryGetProperty("oauthProblem", out var problem) ? problem.GetString() : null);
        if (expected.TryGetProperty("alsoAcceptable", out var others))
        {
            foreach (var other in others.EnumerateArray())
            {
                yield return (other.GetProperty("status").GetInt32(), other.GetProperty("oauthProblem").GetString());
            }
        }
    }

    private static HttpRequestMessage Request(JsonElement vector, Uri origin, string scheme)
    {
        var url = vector.GetProperty("url").GetString()!;
        var authority = new Uri(url).Authority;
        var target = url[(url.IndexOf("//", StringComparison.Ordinal) + 2 + authority.Length)..];
        var request = new HttpRequestMessage(new HttpMethod(vector.GetProperty("method").GetString()!), new Uri(origin.AbsoluteUri.TrimEnd('/') + target));
        request.Headers.Host = authority;
        request.Headers.Add("X-Forwarded-Proto", scheme);        // from the one proxy that this server believes
        var headers = vector.TryGetProperty("headers", out var given) ? given.EnumerateObject().ToDictionary(h => h.Name, h => h.Value.GetString()!, StringComparer.OrdinalIgnoreCase) : [];
        if (vector.TryGetProperty("body", out var body) && body.ValueKind == JsonValueKind.String)
        {
            request.Content = new StringContent(body.GetString()!);
            request.Content.Headers.Remove("Content-Type");
            if (headers.TryGetValue("Content-Type", out var type))
            {
                request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            }
        }

        foreach (var (header, value) in headers.Where(h => h.Key != "Content-Type"))
        {
            request.Headers.TryAddWithoutValidation(header, value);
        }

        return request;
    }

    private static async Task UseNonces(TestServer server)
    {
        foreach (var used in Vectors.GetProperty("state").GetProperty("usedNonces").EnumerateArray())
        {
            await server.Services.GetRequiredService<INonceStore>().UseAsync(
                used.GetProperty("consumerKey").GetString()!, used.GetProperty("token").GetString(),
                DateTimeOffset.FromUnixTimeSeconds(long.Parse(used.GetProperty("timestamp").GetString()!, System.Globalization.CultureInfo.InvariantCulture)),
                used.GetProperty("nonce").GetString()!, TestContext.Current.CancellationToken);
        }
    }

    private static void Seed(ValetKeyDb db, SecretSealer sealer)
    {
        db.Add(new DomainRow { Name = "example.com" });
        db.Add(Seeds.User(1, "admin", isAdmin: true));
        db.Add(Seeds.User(2, "liz"));
        db.Add(new ProjectRow { Id = 1, Name = "Demo", OwnerId = 1 });
        var state = Vectors.GetProperty("state");
        foreach (var consumer in state.GetProperty("consumers").EnumerateArray())
        {
            db.Add(Seeds.Consumer(
                sealer, consumer.GetProperty("consumerKey").GetString()!, consumer.GetProperty("consumerSecret").GetString() ?? "", "Demo",
                consumer.TryGetProperty("publicKeyPem", out var pem) ? File.ReadAllText("vectors/" + pem.GetString()) : null, consumer.GetProperty("enabled").GetBoolean()));
        }

        foreach (var token in state.GetProperty("tokens").EnumerateArray())
        {
            var word = token.GetProperty("state").GetString();
            db.Add(Seeds.Token(
                sealer, token.GetProperty("token").GetString()!, token.GetProperty("secret").GetString()!, token.GetProperty("consumerKey").GetString()!,
                word switch { "valid" => "Access", "revoked" => "Revoked", "used" => "UsedRequest", "declined" => "DeclinedRequest", _ => "ApprovedRequest" },
                userId: 2,
                token.TryGetProperty("verifier", out var verifier) ? verifier.GetString() : null,
                word == "expired" ? Now.AddMinutes(-50) : word is "approved" ? Now.AddMinutes(5) : null,
                CalendarScope));
        }
    }
}
