using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace ValetKey.OAuth.Tests.OAuth1;

public sealed class OverHttp2Tests
{
    [Theory]
    [InlineData("1.1", HttpProtocols.Http1)]
    [InlineData("2.0", HttpProtocols.Http2)]
    public async Task A_signed_request_is_verified_by_a_real_server(string version, HttpProtocols protocols)
    {
        var stop = TestContext.Current.CancellationToken;
        var consumer = new OAuth1Consumer("example.com", "secret");
        var token = new OAuth1Token("1/AbC", "token-secret");
        var checks = new Checks(consumer, [token]);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = protocols));
        await using var server = builder.Build();
        server.Run(async context =>
        {
            var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
            var problem = await checks.ProblemOf(new(context.Request.Method, "http", context.Request.Host.Value!, target, context.Request.Headers.Authorization));
            await context.Response.WriteAsync($"{context.Request.Protocol} {problem ?? "verified"}", stop);
        });
        await server.StartAsync(stop);
        using var http = new HttpClient(new OAuth1Handler(consumer.With(token), new SocketsHttpHandler { UseProxy = false }))
        {
            DefaultRequestVersion = Version.Parse(version),
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,       // on http: HTTP/2 with prior knowledge
        };
        var answer = await http.GetStringAsync(new Uri(new Uri(server.Urls.Single()), "/caf%C3%A9/%7Ea?q=a%20b+c&q=%E4%B8%96"), stop);
        Assert.Equal($"HTTP/{(version == "2.0" ? "2" : "1.1")} verified", answer);
        await server.StopAsync(stop);
    }
}
