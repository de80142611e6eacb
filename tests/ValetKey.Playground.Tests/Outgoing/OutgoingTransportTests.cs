using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ValetKey.Playground.Outgoing;

namespace ValetKey.Playground.Tests.Outgoing;

/// <summary>The second judgement, at the moment of connecting: names are resolved by a resolver of the test's own, and nothing leaves loopback.</summary>
public sealed class OutgoingTransportTests
{
    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("10.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("8.8.8.8", "127.0.0.1")]
    [InlineData("127.0.0.1", "10.0.0.1")]
    [InlineData]
    public async Task Refuses_a_name_that_leads_to_a_private_reserved_or_mixed_place(params string[] addresses)
    {
        await using var host = await HostAsync("own.example:1", (_, _) => Task.FromResult(addresses.Select(IPAddress.Parse).ToArray()));

        Assert.Equal("address of the name", (await RefusalAsync(host, "http://own.example:1/")).Rule);
    }

    [Fact]
    public async Task Judges_a_name_anew_for_each_connection()
    {
        var answers = new Queue<IPAddress>([IPAddress.Loopback, IPAddress.Parse("10.0.0.1")]);
        WebApplication? target = null;
        await using (target = WebApplication.CreateSlimBuilder().Build())
        {
            target.Urls.Add("http://127.0.0.1:0");
            target.MapGet("/", http =>
            {
                http.Response.Headers.Connection = "close";
                return http.Response.WriteAsync("reached", http.RequestAborted);
            });
            await target.StartAsync(TestContext.Current.CancellationToken);
            var port = new Uri(target.Urls.First()).Port;
            await using var host = await HostAsync($"own.example:{port}", (_, _) => Task.FromResult<IPAddress[]>([answers.Dequeue()]));
            using var request = new HttpRequestMessage(HttpMethod.Get, $"http://own.example:{port}/");

            using var first = await host.GetRequiredService<OutgoingTransport>().Wire.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal("reached", await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Equal("address of the name", (await RefusalAsync(host, $"http://own.example:{port}/")).Rule);
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("http://[::1]:1/")]
    [InlineData("http://own.example:2/")]
    [InlineData("http://localhost:1/")]
    [InlineData("http://169.254.169.254/")]
    public async Task Connects_to_no_host_or_port_that_is_not_this_servers(string address)
    {
        await using var host = await HostAsync("own.example:1", (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));

        Assert.Equal("own origin", (await RefusalAsync(host, address)).Rule);
    }

    [Theory]
    [InlineData("http://[::]:8080", "http://127.0.0.1:8080", "http://[::1]:8080", "http://localhost:8080")]
    [InlineData("http://0.0.0.0:8080", "http://127.0.0.1:8080", "http://[::1]:8080", "http://localhost:8080")]
    [InlineData("http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:8080", "http://localhost:8080")]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080", "http://localhost:8080")]
    [InlineData("https://10.1.2.3:8443", "https://10.1.2.3:8443")]
    public void Takes_what_the_server_listens_on_for_its_own(string listening, params string[] own)
    {
        using var server = new ListeningServer(listening);

        Assert.Equal(own, new OwnOrigins(server, Microsoft.Extensions.Options.Options.Create(new PlaygroundOptions())).All.Select(o => o.Origin.ToString()), StringComparer.Ordinal);
    }

    private static async Task<OutgoingRefusedException> RefusalAsync(ServiceProvider host, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var error = await Assert.ThrowsAsync<HttpRequestException>(() => host.GetRequiredService<OutgoingTransport>().Wire.SendAsync(request, TestContext.Current.CancellationToken));
        return Assert.IsType<OutgoingRefusedException>(error.InnerException);
    }

    private static Task<ServiceProvider> HostAsync(string authority, ResolveName resolve)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<Microsoft.AspNetCore.Hosting.Server.IServer>(new ListeningServer());
        services.AddSingleton(resolve);
        services.AddPlayground(options => options.Origins.Add($"http://{authority}"));
        return Task.FromResult(services.BuildServiceProvider());
    }
}
