using System.Diagnostics.CodeAnalysis;
using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ValetKey.Playground.Outgoing;

/// <summary>This server's own origins: those that the host names, or else those it listens on.</summary>
internal sealed class OwnOrigins(IServer server, IOptions<PlaygroundOptions> options)
{
    private static readonly IPAddress[] Loopback = [IPAddress.Loopback, IPAddress.IPv6Loopback];

    public IReadOnlyList<OwnOrigin> All => options.Value.Origins.Count > 0
        ? [.. options.Value.Origins.Select(Named)]
        : [.. Listening().DistinctBy(o => o.Origin)];

    public bool TryFind(Origin origin, [NotNullWhen(true)] out OwnOrigin? own) => (own = All.FirstOrDefault(o => o.Origin == origin)) is not null;

    /// <summary>What a connection goes by: it knows host and port alone.</summary>
    public bool TryFind(string host, int port, [NotNullWhen(true)] out OwnOrigin? own) =>
        (own = All.FirstOrDefault(o => o.Origin.Port == port && o.Origin.Host.Trim('[', ']') == host.Trim('[', ']'))) is not null;

    private static OwnOrigin Named(string text)
    {
        _ = Origin.TryParse(text, out var origin);          // checked at the start, with the options
        return new(origin!, IPAddress.TryParse(origin!.Host, out var address) ? [address] : origin.Host == "localhost" ? Loopback : []);
    }

    private IEnumerable<OwnOrigin> Listening()
    {
        foreach (var text in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        {
            var bound = BindingAddress.Parse(text);
            if (bound.IsUnixPipe || bound.IsNamedPipe)
            {
                continue;
            }
            IReadOnlyList<IPAddress> addresses = IPAddress.TryParse(bound.Host, out var one) && !one.Equals(IPAddress.Any) && !one.Equals(IPAddress.IPv6Any)
                ? [one]
                : Loopback;                                 // localhost, or every interface: of those, loopback is certainly this server
            foreach (var address in addresses)
            {
                yield return new(Origin.Of(bound.Scheme, address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString(), bound.Port), [address]);
            }
            if (addresses.All(IPAddress.IsLoopback))
            {
                yield return new(Origin.Of(bound.Scheme, "localhost", bound.Port), addresses);
            }
        }
    }
}
