using System.Net;

namespace ValetKey.Playground.Outgoing;

/// <summary>Asks for the addresses of a host name.</summary>
internal delegate Task<IPAddress[]> ResolveName(string host, CancellationToken stop);
