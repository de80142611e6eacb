using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ValetKey.Playground.Steps;
using ValetKey.Playground.Tests.Browsing;
using ValetKey.Playground.Tests.Provider;

namespace ValetKey.Playground.Tests;

/// <summary>The Playground and a provider in one host on a loopback port, as the server has them.</summary>
internal sealed class PlaygroundHost : IAsyncDisposable
{
    public const string UserScope = "https://apps-apis.google.com/a/feeds/user/";
    public const string CalendarScope = "https://www.google.com/calendar/feeds/";

    private readonly WebApplication _app;

    private PlaygroundHost(WebApplication app, FakeProvider provider, FakeTimeProvider time, RecordedLog log)
    {
        (_app, Provider, Time, Log) = (app, provider, time, log);
        Origin = new Uri(app.Urls.First());
    }

    public FakeProvider Provider { get; }

    /// <summary>Stands still unless a test moves it.</summary>
    public FakeTimeProvider Time { get; }

    public RecordedLog Log { get; }

    public Uri Origin { get; }

    /// <summary>A browser of its own, without script and with an empty cookie jar.</summary>
    public Browser NewBrowser() => new(Origin);

    public static async Task<PlaygroundHost> StartAsync(Action<PlaygroundOptions>? options = null, Action<IServiceCollection>? services = null, Action<IEndpointRouteBuilder>? routes = null)
    {
        var time = new FakeTimeProvider(new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
        var provider = new FakeProvider(time);
        var log = new RecordedLog();
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace)
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);       // a host's own setting: it would log the callback's query
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services?.Invoke(builder.Services);
        builder.Services.AddPlayground(playground =>
        {
            (playground.DemoConsumerKey, playground.DemoConsumerSecret) = (FakeProvider.ConsumerKey, FakeProvider.ConsumerSecret);
            (playground.DemoClientId, playground.DemoClientSecret) = (FakeProvider.ClientId, FakeProvider.ClientSecret);
            playground.Scopes.Add(new("Provisioning", new(UserScope, "Users"), new("https://apps-apis.google.com/a/feeds/nickname/", "Nicknames")));
            playground.Scopes.Add(new("Calendar", new KnownScope(CalendarScope, "Calendars and events")));
            playground.Scopes.Add(new("Identity", new KnownScope("openid", "Who you are") { OAuth2Only = true }));
            options?.Invoke(playground);
        });
        var app = builder.Build();
        app.UseAntiforgery();
        app.MapPlayground();
        provider.Map(app);
        routes?.Invoke(app);
        await app.StartAsync();
        return new(app, provider, time, log);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
