using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ValetKey.OAuth;

/// <summary>Waits on 127.0.0.1 for one request of a browser, the one that is meant; what else comes is answered 404 and waited past.</summary>
internal sealed class LoopbackListener : IDisposable
{
    private const int MaxHead = 16 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);       // with one connection

    private readonly LoopbackCallback _callback;
    private readonly TimeProvider _time;
    private readonly TcpListener _listener;

    private LoopbackListener(LoopbackCallback callback, TimeProvider time)
    {
        (_callback, _time, _listener) = (callback, time, new TcpListener(IPAddress.Loopback, callback.Port));
        _listener.Start();
        Address = new(FormattableString.Invariant($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}{callback.Path}"));
    }

    /// <summary>The callback to send the user back to.</summary>
    public Uri Address { get; }

    public static LoopbackListener Start(LoopbackCallback callback, TimeProvider time) => callback.Path.StartsWith('/') && !callback.Path.AsSpan().ContainsAny("?# ")
        ? new(callback, time)
        : throw new ArgumentException("The path of a callback begins with a slash and has no query.", nameof(callback));

    /// <summary>Answers requests until one is meant.</summary>
    /// <returns>The target of that one; <c>null</c> after <see cref="LoopbackCallback.Timeout"/>.</returns>
    public async Task<string?> WaitAsync(Func<string, bool> isMeant, CancellationToken stop)
    {
        using var timeout = new CancellationTokenSource(_callback.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, timeout.Token);
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var accepting = AcceptAsync(isMeant, found, either.Token);      // side by side: a browser holds connections open that it may never use
        try
        {
            return await found.Task.WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            await either.CancelAsync().ConfigureAwait(false);
            await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync(Func<string, bool> isMeant, TaskCompletionSource<string> found, CancellationToken stop)
    {
        while (!found.Task.IsCompleted)
        {
            var client = await _listener.AcceptTcpClientAsync(stop).ConfigureAwait(false);
            _ = ServeAsync(client, isMeant, found, stop);
        }
    }

    private async Task ServeAsync(TcpClient client, Func<string, bool> isMeant, TaskCompletionSource<string> found, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var target = await ReadTargetAsync(stream, patience.Token).ConfigureAwait(false);
                var isIt = target is not null && target.AsSpan(0, Math.Max(0, target.IndexOf('?', StringComparison.Ordinal))).SequenceEqual(_callback.Path) && isMeant(target);
                await stream.WriteAsync(Answer(isIt), patience.Token).ConfigureAwait(false);
                if (isIt)
                {
                    found.TrySetResult(target!);
                }
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException or SocketException)
            {
                // The browser went away, or took too long: another connection will come.
            }
        }
    }

    // The target of a GET for this very host: a page elsewhere that rebinds its name to 127.0.0.1 sends its own.
    private async Task<string?> ReadTargetAsync(NetworkStream stream, CancellationToken stop)
    {
        var head = new byte[MaxHead];
        for (var length = 0; length < head.Length;)
        {
            var count = await stream.ReadAsync(head.AsMemory(length), stop).ConfigureAwait(false);
            if (count == 0)
            {
                return null;
            }

            length += count;
            if (head.AsSpan(0, length).IndexOf("\r\n\r\n"u8) >= 0)
            {
                string[] lines = Encoding.Latin1.GetString(head, 0, length).Split("\r\n");
                return lines[0].Split(' ') is ["GET", var target, _] && lines.Skip(1).Contains($"Host: {Address.Authority}", StringComparer.OrdinalIgnoreCase) ? target : null;
            }
        }

        return null;
    }

    private byte[] Answer(bool isIt)
    {
        var page = $"<!doctype html><meta charset=utf-8><title>{(isIt ? "Done" : "Not here")}</title><p>{WebUtility.HtmlEncode(isIt ? _callback.Page : "There is nothing here.")}";
        return Encoding.UTF8.GetBytes(FormattableString.Invariant(
            $"HTTP/1.1 {(isIt ? "200 OK" : "404 Not Found")}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {Encoding.UTF8.GetByteCount(page)}\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\nContent-Security-Policy: default-src 'none'\r\nConnection: close\r\n\r\n{page}"));
    }
}
