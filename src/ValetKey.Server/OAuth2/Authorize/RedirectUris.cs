namespace ValetKey.Server.OAuth2.Authorize;

/// <summary>
/// Which redirect URIs a client may name: those it registered, as ordinal strings (RFC 9700 §2.1). Of a loopback address the port may differ,
/// for installed clients always (RFC 8252 §7.3), for others where <c>*</c> is registered as the port; of an installed client that registered
/// nothing the path may differ, too.
/// </summary>
internal static class RedirectUris
{
    public const string OutOfBand = "urn:ietf:wg:oauth:2.0:oob";
    public const string OutOfBandAuto = "urn:ietf:wg:oauth:2.0:oob:auto";

    private static readonly string[] OfNewInstalledClient = ["http://127.0.0.1", "http://[::1]", "http://localhost", OutOfBand];

    public static bool IsOutOfBand(string uri) => uri is OutOfBand or OutOfBandAuto;

    /// <summary>What the client registered; an installed client that registered nothing has the loopback addresses and oob.</summary>
    public static IReadOnlyList<string> Of(RegisteredClient client) =>
        client.RedirectUris is [] && client.IsInstalled ? OfNewInstalledClient : client.RedirectUris;

    public static bool Allows(RegisteredClient client, string sent) => Of(client).Any(registered =>
        IsOutOfBand(sent) ? IsOutOfBand(registered) : IsSendable(sent) && (IsEqual(registered, sent) || DiffersInPortAlone(client, registered, sent) || IsAnyPathOfThisMachine(client, sent)));

    /// <summary>Of the registered addresses the one that agrees longest with what was sent, and where it differs; null where none is registered.</summary>
    public static RedirectDifference? Difference(RegisteredClient client, string sent) =>
        Of(client).Select(registered => new RedirectDifference(sent, AtPortOf(sent, client, registered))).MaxBy(difference => difference.At);

    /// <summary>Where any port will do, the one that was sent is no difference to point at.</summary>
    private static string AtPortOf(string sent, RegisteredClient client, string registered) =>
        LoopbackUri.Parse(registered) is { } pattern && (client.IsInstalled || pattern.HasAnyPort) && LoopbackUri.Parse(sent) is { HasAnyPort: false } loopback
            ? (pattern with { Port = loopback.Port }).ToString() : registered;

    private static bool IsEqual(string registered, string sent) => registered == sent && LoopbackUri.Parse(sent) is not { HasAnyPort: true };

    private static bool DiffersInPortAlone(RegisteredClient client, string registered, string sent) =>
        LoopbackUri.Parse(registered) is { } pattern && (client.IsInstalled || pattern.HasAnyPort)
        && LoopbackUri.Parse(sent) is { HasAnyPort: false } loopback
        && pattern.Host == loopback.Host && pattern.PathAndQuery == loopback.PathAndQuery;

    /// <summary>Programs choose their path as they choose their port, and Google's installed clients register neither.</summary>
    private static bool IsAnyPathOfThisMachine(RegisteredClient client, string sent) =>
        client.RedirectUris is [] && client.IsInstalled && LoopbackUri.Parse(sent) is { HasAnyPort: false };

    /// <summary>Fit for a Location header, and without a fragment, which would swallow the answer (RFC 6749 §3.1.2).</summary>
    private static bool IsSendable(string uri) => uri.All(c => c is > ' ' and < '\x7f' and not '#');
}
