using System.Net;
using System.Net.Sockets;

namespace ValetKey.Playground.Outgoing;

/// <summary>
/// The one way out: no proxy, no cookies, no redirects, no compression, and a connection only to an address that was judged the moment before.
/// </summary>
internal sealed class OutgoingTransport : IDisposable
{
    private readonly OwnOrigins _origins;
    private readonly ResolveName _resolve;

    public OutgoingTransport(OwnOrigins origins, ResolveName resolve)
    {
        _origins = origins;
        _resolve = resolve;
        Wire = new(new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),     // a name is judged anew at least this often
            MaxResponseHeadersLength = 64,                          // KiB
            ActivityHeadersPropagator = null,                       // nothing is sent that the page does not show
            ConnectCallback = ConnectAsync,
        });
    }

    public HttpMessageInvoker Wire { get; }

    public void Dispose() => Wire.Dispose();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        if (!_origins.TryFind(host, port, out var own))
        {
            throw new OutgoingRefusedException("own origin", $"{host}:{port} is not this server.");
        }
        var addresses = own.Addresses.Count > 0 ? own.Addresses : Judged(host, await _resolve(host, stop));
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync([.. addresses], port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // All answers must be of one lawful kind: a name with a public and a loopback address is how DNS rebinding looks.
    private static IPAddress[] Judged(string host, IPAddress[] addresses)
    {
        var kinds = addresses.Select(AddressJudge.Of).Distinct().ToArray();
        return kinds is [not AddressKind.Special] ? addresses
            : throw new OutgoingRefusedException("address of the name", kinds.Length == 0 ? $"{host} has no address."
                : $"{host} leads to {string.Join(", ", addresses.Select(a => a.ToString()))}, which is a private, reserved or mixed place.");
    }
}
