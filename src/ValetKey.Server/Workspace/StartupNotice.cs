using ValetKey.OAuth;

namespace ValetKey.Server.Workspace;

/// <summary>What a person should read when the server has started: the credentials of the demo workspace, when it is loaded. A host prints it once the server listens.</summary>
public sealed class StartupNotice
{
    /// <summary>Where this server keeps its data.</summary>
    public string DataDirectory { get; internal set; } = "";

    /// <summary>Lines of at most 120 characters; empty unless the demo workspace is loaded, since no other credentials are ever shown.</summary>
    public IReadOnlyList<string> Lines { get; internal set; } = [];

    /// <summary>Key and secret of the demo workspace's first consumer; null unless that workspace is loaded.</summary>
    public (string Key, Secret Secret)? DemoConsumer { get; internal set; }

    /// <summary>Id and secret of the demo workspace's first client; null unless that workspace is loaded.</summary>
    public (string Id, Secret Secret)? DemoClient { get; internal set; }
}
