using System.Net;

namespace ValetKey.Playground.Outgoing;

/// <summary>An origin of this server, and where a connection to it goes.</summary>
/// <param name="Origin">As the browser and the request name it.</param>
/// <param name="Addresses">The addresses to connect to, in order; empty for a name that has to be resolved.</param>
internal sealed record OwnOrigin(Origin Origin, IReadOnlyList<IPAddress> Addresses);
