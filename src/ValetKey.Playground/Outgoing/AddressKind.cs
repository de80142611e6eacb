namespace ValetKey.Playground.Outgoing;

/// <summary>Where an IP address leads.</summary>
internal enum AddressKind
{
    Loopback,

    Public,

    /// <summary>Private, link-local, shared, multicast, broadcast, unspecified, reserved, or a transition form of one of these.</summary>
    Special,
}
