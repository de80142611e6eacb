using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ValetKey.Server.Accounts;
using ValetKey.Server.Calendar;
using ValetKey.Server.Calendar.Feeds;
using ValetKey.Server.Directory;
using ValetKey.Server.Directory.Provisioning;
using ValetKey.Server.Drive;
using ValetKey.Server.Drive.DocumentsList;
using ValetKey.Server.GDataWire;
using ValetKey.Server.OAuth1;
using ValetKey.Server.OAuth2;
using ValetKey.Server.Operations;
using ValetKey.Server.Scopes;
using ValetKey.Server.Storage;
using ValetKey.Server.Workspace;

namespace ValetKey.Server;

/// <summary>The local Google, for any ASP.NET Core host: its table of contents.</summary>
public static class ValetKeyServer
{
    /// <summary>The scopes that this server answers for, grouped by API in the order of the catalogue.</summary>
    public static IReadOnlyList<OfferedScope> Scopes { get; } = [.. ScopeCatalogue.All.Select(known => new OfferedScope(known.Url, known.Group, known.Title))];

    /// <summary>Adds every feature's services. Settings come from configuration: <c>ValetKey:DataDirectory</c>, <c>ValetKey:Workspace</c>, <c>ValetKey:Proxies</c>, <c>OAuth1</c>.</summary>
    public static IServiceCollection AddValetKey(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOperations();
        services.AddStorage();
        services.AddScopes();
        services.AddAccounts();
        services.AddOAuth1();
        services.AddOAuth2();
        services.AddDirectory();
        services.AddCalendar();
        services.AddDrive();
        services.AddWorkspace();
        return services;
    }

    /// <summary>The order of a request: origin, then who calls, then whether they may, then the endpoint.</summary>
    public static WebApplication UseValetKey(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseFailures();
        app.UseMethodOverride();
        app.UseRouting();
        app.UseNothingHere();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        return app;
    }

    /// <summary>Maps every endpoint at the paths that Google's servers had.</summary>
    public static IEndpointRouteBuilder MapValetKey(this IEndpointRouteBuilder routes)
    {
        routes.MapOperations();
        routes.MapAccounts();
        routes.MapOAuth1();
        routes.MapOAuth2();
        routes.MapProvisioning();
        routes.MapCalendarFeeds();
        routes.MapDocumentsList();
        return routes;
    }
}
