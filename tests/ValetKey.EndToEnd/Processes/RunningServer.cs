using System.Diagnostics;
using System.Net;

namespace ValetKey.EndToEnd.Processes;

/// <summary>The built <c>valetkey-server</c> in Development on a loopback port, with a data folder of its own that goes with it.</summary>
public sealed class RunningServer : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("valetkey-");
    private readonly string? _workspace;
    private ChildProcess? _process;

    private RunningServer(string? workspace) => _workspace = workspace;

    /// <summary>Where it answers; the same after a restart.</summary>
    public Uri Origin { get; } = new($"http://127.0.0.1:{LoopbackPort.Free()}");

    /// <param name="workspace">A workspace file; null for the demo workspace, which an empty folder gets in Development.</param>
    /// <param name="stop">Ends the wait.</param>
    public static async Task<RunningServer> StartAsync(string? workspace, CancellationToken stop)
    {
        var server = new RunningServer(workspace);
        try
        {
            await server.StartProcessAsync(stop);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Kills it (SIGKILL) and starts it again on the same port and data.</summary>
    public async Task KillAndStartAgainAsync(CancellationToken stop)
    {
        await _process!.DisposeAsync();
        await StartProcessAsync(stop);
    }

    /// <summary>The next line that it prints, from its last start on.</summary>
    public async Task<string> ReadLineAsync(CancellationToken stop) => await _process!.ReadLineAsync(stop);

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _data.Delete(recursive: true);
    }

    private async Task StartProcessAsync(CancellationToken stop)
    {
        string[] workspace = _workspace is null ? [] : ["--workspace", _workspace];
        _process = ChildProcess.Start(
            Repository.ProgramOf("src/ValetKey.App", "valetkey-server"),
            ["--urls", Origin.GetLeftPart(UriPartial.Authority), .. workspace],
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = null,
                ["ValetKey__DataDirectory"] = _data.FullName,
            });
        await WaitUntilReadyAsync(_process, stop);
    }

    private async Task WaitUntilReadyAsync(ChildProcess process, CancellationToken stop)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = Origin };
        var waited = Stopwatch.StartNew();
        while (!await IsReadyAsync(http, stop))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"valetkey-server ended ({process.ExitCode}) before it was ready:\n{process.Output}");
            }

            if (waited.Elapsed > StartLimit)
            {
                throw new TimeoutException($"valetkey-server was not ready after {StartLimit.TotalSeconds} s:\n{process.Output}");
            }

            await Task.Delay(BetweenLooks, stop);
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, CancellationToken stop)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/healthz/ready", UriKind.Relative), stop);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;               // nobody listens yet
        }
    }
}
