namespace ValetKey.Server.GDataWire;

/// <summary>On an endpoint: its query parameters beside the protocol's own, which <c>strict</c> lets pass.</summary>
internal sealed record AtomParameters(params IReadOnlyList<string> Names);
