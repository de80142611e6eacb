namespace ValetKey.OAuth;

/// <summary>What a proxy said of the address that the client called; <c>null</c> for what it did not say. Of several hops the first counts.</summary>
internal sealed record ForwardedAddress(string? Scheme, string? Host, string? Port, string? Prefix)
{
    public static ForwardedAddress Read(IReadOnlyList<Parameter> headers)
    {
        string? First(string name) => headers.Where(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(h => h.Value.Split(',')[0].Trim().Trim('"')).FirstOrDefault(v => v.Length > 0);
        var forwarded = (First("Forwarded") ?? "").Split(';').Select(pair => pair.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0].Trim().ToLowerInvariant(), pair => pair[1].Trim().Trim('"'), StringComparer.Ordinal)
            .ToDictionary(pairs => pairs.Key, pairs => pairs.First(), StringComparer.Ordinal);
        var scheme = First("X-Forwarded-Proto") ?? First("X-Forwarded-Scheme") ?? forwarded.GetValueOrDefault("proto")
            ?? ((First("X-Forwarded-Ssl") ?? First("Front-End-Https"))?.ToLowerInvariant() == "on" ? "https" : null);
        var (host, port) = AddressText.HostAndPort(First("X-Forwarded-Host") ?? forwarded.GetValueOrDefault("host") ?? "");
        return new(
            scheme?.ToLowerInvariant() is "http" or "https" ? scheme.ToLowerInvariant() : null,
            host.Length == 0 ? null : host,
            First("X-Forwarded-Port") ?? (port.Length == 0 ? null : port),
            First("X-Forwarded-Prefix")?.TrimEnd('/'));
    }

    /// <summary>The authority that a server computes which believes this; the port of the connection is the proxy's business, so it is dropped with a new host or scheme.</summary>
    public string Authority(AddressText connection) =>
        (Host, Port) switch
        {
            (null, null) => connection.Authority,
            (null, _) => $"{connection.Host}:{Port}",
            (_, null) => Host,
            _ => $"{Host}:{Port}",
        };
}
