using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ValetKey.OAuth;

namespace ValetKey.AspNetCore.Tests;

/// <summary>Somebody's application on a real Kestrel port of loopback, with the scheme in it and three addresses.</summary>
internal sealed class Shop : IAsyncDisposable
{
    public const string Key = "shop";
    public const string Secret = "shop-secret";

    private readonly WebApplication _app;

    private Shop(WebApplication app, FakeTimeProvider clock) => (_app, Clock) = (app, clock);

    public FakeTimeProvider Clock { get; }

    public Uri Origin => new(_app.Urls.Single());

    public OAuth1Consumer Consumer => new(Key, Secret) { Time = Clock };

    /// <param name="configure">On top of one consumer, or instead of it.</param>
    /// <param name="services">The application's own stores.</param>
    /// <param name="use">What stands before authentication.</param>
    public static async Task<Shop> StartAsync(
        Action<OAuth1AuthenticationOptions>? configure = null, Action<IServiceCollection>? services = null, Action<WebApplication>? use = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.AllowHostHeaderOverride = true);
        builder.Logging.ClearProviders();
        var clock = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_795_000_000));
        builder.Services.AddSingleton<TimeProvider>(clock);
        services?.Invoke(builder.Services);
        builder.Services.AddAuthentication().AddOAuth1(oauth =>
        {
            oauth.Consumers.Add(Key, new() { Secret = Secret });
            configure?.Invoke(oauth);
        });
        builder.Services.AddAuthorizationBuilder().AddPolicy("nobody", policy => policy.RequireAuthenticatedUser().RequireAssertion(_ => false));
        var app = builder.Build();
        use?.Invoke(app);
        app.UseAuthentication();
        app.UseAuthorization();
        app.Map("/who", (HttpContext http) => string.Join(' ', http.User.Claims.Select(claim => $"{claim.Type}={claim.Value}").Prepend(http.User.Identity!.Name))).RequireAuthorization();
        app.MapPost("/order", async (HttpRequest request, CancellationToken stop) => (await request.ReadFormAsync(stop))["item"].ToString()).RequireAuthorization();
        app.MapPost("/report", async (HttpRequest request, CancellationToken stop) => await new StreamReader(request.Body).ReadToEndAsync(stop)).RequireAuthorization();
        app.Map("/files/{**path}", (HttpContext http) => http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget).RequireAuthorization();
        app.MapPost("/public", async (HttpRequest request, CancellationToken stop) => (await request.ReadFormAsync(stop))["item"].ToString());
        app.MapGet("/closed", () => "never").RequireAuthorization("nobody");
        await app.StartAsync(TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromSeconds(2));        // nothing signed before the start is taken
        return new Shop(app, clock);
    }

    public Task<Reply> SendAsync(HttpMethod method, string path, HttpContent? content = null, OAuth1Credentials? credentials = null) =>
        SendAsync(new HttpRequestMessage(method, new Uri(Origin, path)) { Content = content }, credentials ?? Consumer.WithoutToken());

    /// <summary>Signs for the request's own address, and sends it here whatever that is.</summary>
    public async Task<Reply> SendAsync(HttpRequestMessage request, OAuth1Credentials? credentials)
    {
        var stop = TestContext.Current.CancellationToken;
        if (credentials is not null)
        {
            await credentials.AuthorizeAsync(request, stop);
        }

        request.Headers.Host ??= request.RequestUri!.Authority;
        request.RequestUri = new Uri(Origin, request.RequestUri!.PathAndQuery);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var answer = await http.SendAsync(request, stop);
        return new((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(stop), answer.Headers.WwwAuthenticate.ToString(), answer.Headers.RetryAfter?.ToString());
    }

    /// <summary>Sends bytes as they are, for what no client library would send.</summary>
    public async Task<Reply> SendRawAsync(params string[] lines)
    {
        var stop = TestContext.Current.CancellationToken;
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", Origin.Port, stop);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Join("\r\n", lines.Append("Connection: close").Append("").Append(""))), stop);
        var answer = await new StreamReader(stream).ReadToEndAsync(stop);
        return new(int.Parse(answer.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), answer, "", null);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
