using System.Net;
using Microsoft.Extensions.Time.Testing;
using ValetKey.OAuth;

namespace ValetKey.Server.Tests.OAuth1;

/// <summary>What a server that starts again in the same data directory still knows.</summary>
public sealed class RestartTests : IDisposable
{
    private const string Token = "1/long-lived";
    private const string TokenSecret = "long-lived-secret";

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly string data = System.IO.Directory.CreateTempSubdirectory("valetkey-").FullName;
    private readonly FakeTimeProvider time = new(DateTimeOffset.FromUnixTimeSeconds(1_795_000_000));

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(data, recursive: true);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(200)]       // the sender's clock is fast: its requests lie after the restart
    [InlineData(-200)]
    public async Task Refuses_what_was_sent_before_the_restart_and_takes_what_is_signed_anew(int senderIsFastBySeconds)
    {
        var header = await Sign(senderIsFastBySeconds, "before");
        await using (var first = await Start())
        {
            Assert.Equal(HttpStatusCode.OK, (await Send(first, header)).Status);
            Assert.Equal((HttpStatusCode.Unauthorized, "nonce_used"), await Send(first, header));
        }

        await using var second = await Start();
        Assert.Equal((HttpStatusCode.Unauthorized, "nonce_used"), await Send(second, header));
        Assert.Equal(HttpStatusCode.OK, (await Send(second, await Sign(senderIsFastBySeconds, "after"))).Status);
    }

    [Fact]
    public async Task Refuses_timestamps_up_to_the_start_when_the_machine_itself_was_restarted()
    {
        var header = await Sign(0, "before");
        await using (var first = await Start())
        {
            Assert.Equal(HttpStatusCode.OK, (await Send(first, header)).Status);
        }

        var journal = Path.Combine(data, "nonces.log");
        await File.WriteAllTextAsync(journal, "another-boot\n", stop);      // what was written last may have been lost with the power
        await using var second = await Start();
        Assert.Equal((HttpStatusCode.Unauthorized, "timestamp_refused"), await Send(second, header));
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(HttpStatusCode.OK, (await Send(second, await Sign(0, "after"))).Status);
    }

    private Task<TestServer> Start() => TestServer.Start(
        (db, sealer) =>
        {
            Seeds.Demo(db, sealer);
            db.Add(Seeds.Token(sealer, Token, TokenSecret, Seeds.ConsumerKey, "Access", userId: 2, scopes: Seeds.UsersScope));
        },
        time: time, data: data);

    // Ports change with each start, and the signature covers the address: the request names one host, as behind a proxy.
    private async Task<string> Sign(int fastBy, string nonce)
    {
        var consumer = new OAuth1Consumer(Seeds.ConsumerKey, Seeds.ConsumerSecret) { Nonce = nonce, Timestamp = System.Xml.XmlConvert.ToString(time.GetUtcNow().ToUnixTimeSeconds() + fastBy) };
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://valetkey.test/accounts/AuthSubTokenInfo");
        await consumer.With(new OAuth1Token(Token, TokenSecret)).AuthorizeAsync(request, stop);
        return request.Headers.Authorization!.ToString();
    }

    private async Task<(HttpStatusCode Status, string? Problem)> Send(TestServer server, string header)
    {
        using var client = server.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/accounts/AuthSubTokenInfo");
        request.Headers.Host = "valetkey.test";
        request.Headers.TryAddWithoutValidation("Authorization", header);
        using var answer = await client.SendAsync(request, stop);
        return (answer.StatusCode, OAuthProblem.Read((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(stop), null)?.Code);
    }
}
