using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace ValetKey.Server.Tests.OAuth2;

/// <summary>Sends a request target as it stands: every HTTP client rewrites some of it.</summary>
internal sealed class RawExchange(Uri server) : IDisposable
{
    private readonly TcpClient socket = new();

    /// <returns>The whole answer to a GET, byte for byte.</returns>
    public async Task<string> Get(string target)
    {
        var stop = TestContext.Current.CancellationToken;
        await socket.ConnectAsync(server.Host, server.Port, stop);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {target} HTTP/1.1\r\nHost: {server.Authority}\r\nConnection: close\r\n\r\n"), stop);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return await reader.ReadToEndAsync(stop);
    }

    public static int StatusOf(string answer) => int.Parse(answer.Split(' ')[1], CultureInfo.InvariantCulture);

    /// <returns>Null where the answer has none.</returns>
    public static string? LocationOf(string answer) =>
        answer.Split("\r\n").SingleOrDefault(line => line.StartsWith("Location: ", StringComparison.Ordinal))?["Location: ".Length..];

    public void Dispose() => socket.Dispose();
}
