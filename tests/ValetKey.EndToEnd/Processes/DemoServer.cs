using ValetKey.EndToEnd.Processes;

[assembly: AssemblyFixture(typeof(DemoServer))]

namespace ValetKey.EndToEnd.Processes;

/// <summary>One server with the demo workspace for all tests that only add to it.</summary>
public sealed class DemoServer : IAsyncLifetime
{
    private RunningServer? _server;

    public Uri Origin => _server!.Origin;

    public async ValueTask InitializeAsync() => _server = await RunningServer.StartAsync(workspace: null, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
