using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ValetKey.Server.Operations;

internal static class OperationsFeature
{
    /// <summary>The largest body of any request, in bytes; forms have a smaller limit of their own.</summary>
    public const int LargestBody = 10 * 1024 * 1024;

    /// <summary>The largest form, in bytes.</summary>
    public const int LargestForm = 1024 * 1024;

    public static void AddOperations(this IServiceCollection services)
    {
        // This category writes whole addresses, and queries carry OAuth tokens and codes.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning));
        services.AddOptions<KestrelServerOptions>().Configure(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.AllowHostHeaderOverride = true;     // an absolute-form target names the authority (RFC 9112 §3.2.2)
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.MaxRequestLineSize = 32 * 1024;        // a state of 8 kB, every byte of it escaped, and the other parameters
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
        });
        services.AddOptions<HostFilteringOptions>().Configure<IConfiguration, IHostEnvironment>((hosts, configuration, environment) =>
        {
            // A page that rebinds its own name to 127.0.0.1 must not reach a developer's server: by default only loopback names are answered.
            if (environment.IsDevelopment() && configuration["AllowedHosts"] is null or "*")
            {
                hosts.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"];
            }
        });
        services.AddOptions<ForwardedHeadersOptions>().Configure<IConfiguration>((forwarded, configuration) =>
        {
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            foreach (var proxy in (configuration["ValetKey:Proxies"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
                forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            }
        });
    }

    public static void MapOperations(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz/live", () => TypedResults.Text("alive")).AllowAnonymous();
        routes.MapGet("/healthz/ready", (IHostApplicationLifetime lifetime) => lifetime.ApplicationStopping.IsCancellationRequested
            ? Results.Text("stopping", statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Text("ready")).AllowAnonymous();          // nothing is answered before the database is ready: start-up comes before listening
    }
}
