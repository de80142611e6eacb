using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ValetKey.Playground.Outgoing;

/// <summary>Scheme, host and port, spelt in the one way in which browsers send them (RFC 6454).</summary>
internal sealed record Origin
{
    private Origin(string scheme, string host, int port) => (Scheme, Host, Port) = (scheme, host, port);

    public string Scheme { get; }

    /// <summary>Lower case; an IPv6 address in brackets.</summary>
    public string Host { get; }

    public int Port { get; }

    /// <summary>Host and port as they stand in a URL: no port where it is the scheme's own.</summary>
    public string Authority => Port == DefaultPort(Scheme) ? Host : string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");

    public override string ToString() => $"{Scheme}://{Authority}";

    /// <summary>The origin in which the browser sees the page.</summary>
    public static bool TryOf(HttpRequest request, [NotNullWhen(true)] out Origin? origin) => TryParse($"{request.Scheme}://{request.Host.Value}", out origin);

    /// <summary>Takes nothing but an origin in its own spelling, with at most a slash behind it.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Origin? origin)
    {
        origin = null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
        {
            return false;
        }
        var parsed = new Origin(uri.Scheme, uri.Host, uri.Port);
        if (!string.Equals(text.TrimEnd('/'), parsed.ToString(), StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }
        origin = parsed;
        return true;
    }

    public static Origin Of(string scheme, string host, int port) => new(scheme, host, port);

    private static int DefaultPort(string scheme) => scheme == Uri.UriSchemeHttps ? 443 : 80;
}
