using System.Net;
using System.Net.Sockets;

namespace ValetKey.EndToEnd.Processes;

/// <summary>A port of 127.0.0.1 that nobody listens on now, for a program whose address must be known before it starts.</summary>
internal static class LoopbackPort
{
    public static int Free()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
