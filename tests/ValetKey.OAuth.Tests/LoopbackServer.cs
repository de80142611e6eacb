using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ValetKey.OAuth.Tests;

/// <summary>A web server on loopback that answers, byte for byte, what a test tells it to.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<Request, string> _answer;
    private readonly Task _serving;
    private readonly List<Request> _requests = [];

    /// <param name="answer">The whole answer, status line to body.</param>
    public LoopbackServer(Func<Request, string> answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Origin => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public IReadOnlyList<Request> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    public static string Answer(int status, string type, string body, string headers = "") =>
        $"HTTP/1.1 {status} Told\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n{headers}\r\n{body}";

    public static string Json(string body, int status = 200) => Answer(status, "application/json", body);

    public static string Form(string body, int status = 200) => Answer(status, "application/x-www-form-urlencoded", body);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            using var connection = await _listener.AcceptTcpClientAsync(_stop.Token);
            await using var stream = connection.GetStream();
            var request = await ReadAsync(stream);
            lock (_requests)
            {
                _requests.Add(request);
            }

            await stream.WriteAsync(Encoding.UTF8.GetBytes(_answer(request)), _stop.Token);
        }
    }

    private async Task<Request> ReadAsync(NetworkStream stream)
    {
        var received = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var text = Encoding.UTF8.GetString(received.ToArray());
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0)
            {
                string[] lines = text[..end].Split("\r\n");
                var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
                var length = headers.TryGetValue("Content-Length", out var told) ? int.Parse(told, System.Globalization.CultureInfo.InvariantCulture) : 0;
                if (Encoding.UTF8.GetByteCount(text.AsSpan(end + 4)) >= length)
                {
                    var start = lines[0].Split(' ');
                    return new(start[0], start[1], headers, text[(end + 4)..]);
                }
            }

            var count = await stream.ReadAsync(buffer, _stop.Token);
            received.Write(buffer, 0, count > 0 ? count : throw new EndOfStreamException());
        }
    }

    internal sealed record Request(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
    {
        public string? Header(string name) => Headers.GetValueOrDefault(name);

        public string? Form(string name) => FormEncoding.Decode(Body).Where(p => p.Name == name).Select(p => p.Value).FirstOrDefault();

        public ReceivedRequest Received() =>
            new(Method, "http", Headers["Host"], Target, Header("Authorization"), Header("Content-Type"), Body);
    }
}
