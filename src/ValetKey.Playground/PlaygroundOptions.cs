using ValetKey.OAuth;
using ValetKey.Pages;
using ValetKey.Playground.Steps;

namespace ValetKey.Playground;

/// <summary>What the host tells the Playground: who may be called, and what it offers to fill in.</summary>
public sealed class PlaygroundOptions
{
    /// <summary>
    /// The origins at which this server is reached, such as <c>https://valetkey.example</c>; the Playground calls no other. Empty, the default,
    /// takes the addresses that the server listens on, of a wildcard the loopback ones alone.
    /// </summary>
    public IList<string> Origins { get; } = [];

    /// <summary>The key of a consumer for trying out; null offers none.</summary>
    public string? DemoConsumerKey { get; set; }

    /// <summary>Its secret.</summary>
    public Secret? DemoConsumerSecret { get; set; }

    /// <summary>The id of an OAuth 2.0 client for trying out, with <see cref="PlaygroundFeature.OAuth2Callback"/> among its redirect addresses; null offers none.</summary>
    public string? DemoClientId { get; set; }

    /// <summary>Its secret.</summary>
    public Secret? DemoClientSecret { get; set; }

    /// <summary>How long this server lets a request token of OAuth 1.0 live; shown beside it. Default: 10 minutes.</summary>
    public TimeSpan RequestTokenLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The domain in the addresses of known operations.</summary>
    public string Domain { get; set; } = "example.com";

    /// <summary>The user name in the addresses of known operations.</summary>
    public string UserName { get; set; } = "liz";

    /// <summary>The scopes on offer, in groups, in the order shown.</summary>
    public IList<ScopeGroup> Scopes { get; } = [];

    /// <summary>Further places in the navigation, after the Playground's own.</summary>
    public IList<PageLink> Links { get; } = [];
}
