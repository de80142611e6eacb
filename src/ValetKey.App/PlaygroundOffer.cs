using Microsoft.Extensions.Options;
using ValetKey.Playground;
using ValetKey.Playground.Steps;
using ValetKey.Server;
using ValetKey.Server.Workspace;

namespace ValetKey.App;

/// <summary>What the Playground offers to fill in, taken from the server that stands beside it.</summary>
internal static class PlaygroundOffer
{
    public static void Scopes(PlaygroundOptions playground)
    {
        foreach (var api in ValetKeyServer.Scopes.GroupBy(scope => scope.Api, StringComparer.Ordinal))
        {
            playground.Scopes.Add(new ScopeGroup(api.Key, [.. api.Select(scope => new KnownScope(scope.Url, scope.Title))]));
        }
    }

    /// <summary>Known only after the start: the demo workspace is loaded into an empty database alone.</summary>
    public static void DemoCredentials(IServiceProvider services)
    {
        var notice = services.GetRequiredService<StartupNotice>();
        var playground = services.GetRequiredService<IOptions<PlaygroundOptions>>().Value;
        (playground.DemoConsumerKey, playground.DemoConsumerSecret) = (notice.DemoConsumer?.Key, notice.DemoConsumer?.Secret);
        (playground.DemoClientId, playground.DemoClientSecret) = (notice.DemoClient?.Id, notice.DemoClient?.Secret);
    }
}
