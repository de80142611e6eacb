using System.Net;
using System.Net.Sockets;

namespace ValetKey.Playground.Outgoing;

/// <summary>What kind of place an address leads to, seen through the forms that wrap an IPv4 address into IPv6.</summary>
internal static class AddressJudge
{
    // IANA's special-purpose registries: everything that is no ordinary public address, loopback apart.
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    public static AddressKind Of(IPAddress address)
    {
        if (address.Equals(IPAddress.IPv6Loopback) || (address.AddressFamily == AddressFamily.InterNetwork && IPAddress.IsLoopback(address)))
        {
            return AddressKind.Loopback;
        }
        // A wrapped address leads where the address inside leads, and never counts as loopback: nobody writes it so by accident.
        if (Inner(address) is { } inner)
        {
            return Of(inner) == AddressKind.Public ? AddressKind.Public : AddressKind.Special;
        }
        return Special.Any(network => network.Contains(address)) ? AddressKind.Special : AddressKind.Public;
    }

    private static IPAddress? Inner(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return null;
        }
        var bytes = address.GetAddressBytes();
        return address.IsIPv4MappedToIPv6 || bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0]) ? new(bytes.AsSpan(12))
            : bytes[0] == 0x20 && bytes[1] == 0x02 ? new(bytes.AsSpan(2, 4))
            : null;
    }
}
