using System.Globalization;

namespace ValetKey.Server.OAuth2.Authorize;

/// <summary>
/// A plain http address of this machine in one of its three literal spellings (RFC 8252 §7.3). Read character by character and never by a URI
/// parser: those take <c>127.1</c>, <c>0x7f.1</c> or <c>127.0.0.1:80@host</c> for more or less than they are.
/// </summary>
/// <param name="Host"><c>127.0.0.1</c>, <c>[::1]</c> or <c>localhost</c>.</param>
/// <param name="Port">With its colon; empty where none is written.</param>
/// <param name="PathAndQuery">From the slash on; an absent path is the slash.</param>
internal sealed record LoopbackUri(string Host, string Port, string PathAndQuery)
{
    private const string AnyPort = ":*";

    private const string Scheme = "http://";

    private static readonly string[] Hosts = ["127.0.0.1", "[::1]", "localhost"];

    /// <summary>The port is <c>*</c>: a registration, never an address.</summary>
    public bool HasAnyPort => Port == AnyPort;

    /// <returns>Null for every other address.</returns>
    public static LoopbackUri? Parse(string uri)
    {
        var host = uri.StartsWith(Scheme, StringComparison.Ordinal) ? Array.Find(Hosts, name => uri.AsSpan(Scheme.Length).StartsWith(name, StringComparison.Ordinal)) : null;
        if (host is null)
        {
            return null;
        }

        var rest = uri[(Scheme.Length + host.Length)..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var port = slash < 0 ? rest : rest[..slash];
        return port is "" or AnyPort || IsPort(port) ? new LoopbackUri(host, port, slash < 0 ? "/" : rest[slash..]) : null;
    }

    public override string ToString() => Scheme + Host + Port + PathAndQuery;

    private static bool IsPort(string port) =>
        port.Length is >= 2 and <= 6 && port[0] == ':'
        && ushort.TryParse(port.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;
}
