using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ValetKey.EndToEnd.Browsing;

/// <summary>The application that asked: a loopback address that people are sent back to.</summary>
internal sealed class Application : IAsyncDisposable
{
    private readonly WebApplication _web;

    private Application(WebApplication web) => _web = web;

    public Uri Origin => new(_web.Urls.Single());

    public string Callback => new Uri(Origin, "/oauth2callback").AbsoluteUri;

    public static async Task<Application> StartAsync(CancellationToken stop)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var web = builder.Build();
        web.Run(async http =>
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.WriteAsync("<!doctype html><html lang=en><link rel=icon href='data:,'><title>Back at the application</title><h1>Back at the application</h1>", http.RequestAborted);
        });
        await web.StartAsync(stop);
        return new(web);
    }

    public async ValueTask DisposeAsync() => await _web.DisposeAsync();
}
