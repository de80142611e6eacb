namespace ValetKey.OAuth;

/// <summary>Where client and server look at different addresses, and neither is wrong by itself.</summary>
internal static class ProxyMistakes
{
    private static readonly string[] InnerNames = ["backend", "internal", "app", "api", "web", "www", "server", "gateway", "proxy", "origin", "upstream", "localhost"];

    public static IReadOnlyList<Mistake> All { get; } =
    [
        new(DoctorCause.SchemeBehindProxy, Stage.Address, plan => plan.Scheme == "http"
            ? [new(plan with { Scheme = "https" }, "The client signed https, and the server sees http.")] : []),
        new(DoctorCause.WrongScheme, Stage.Address, plan => plan.Scheme == "https"
            ? [new(plan with { Scheme = "http" }, "The client signed http, and the server sees https.")] : []),
        new(DoctorCause.HostHeaderDiffers, Stage.Address, OtherHosts),
        new(DoctorCause.WrongPort, Stage.Address, plan => plan.Request.Forwarded.Port is { } port
            ? [new(plan with { Port = (plan.Scheme, port) is ("http", "80") or ("https", "443") ? "" : port }, $"The proxy was called at port {port}.")] : []),
        new(DoctorCause.PathPrefix, Stage.Address, Prefixes),
    ];

    private static IEnumerable<Variant> OtherHosts(SigningPlan plan)
    {
        foreach (var (host, port, told) in Told(plan).Concat(Guessed(plan.Host).Select(host => (host, plan.Port, false))).Distinct())
        {
            var detail = $"The client signed the host {host}, and the server sees {plan.Host}.";
            yield return new(plan with { Host = host, Port = port }, detail, AloneOnly: !told);
            if (told && port != plan.Port)
            {
                yield return new(plan with { Host = host }, detail);
            }
        }
    }

    private static IEnumerable<(string Host, string Port, bool Told)> Told(SigningPlan plan)
    {
        var request = plan.Request;
        if (request.Forwarded.Host is { } forwarded)
        {
            yield return (forwarded.ToLowerInvariant(), plan.Port, true);
        }

        string?[] mentioned = [request.Source.Header("Host"), Authority(request.Source.Header("Origin")), Authority(request.Source.Header("Referer")), Authority(request.Find(ProtocolParameter.Callback))];
        foreach (var authority in request.OtherHosts.Concat(mentioned).Where(a => !string.IsNullOrWhiteSpace(a)))
        {
            var (host, port) = AddressText.HostAndPort(authority!.Trim().ToLowerInvariant());
            yield return (host, (plan.Scheme, port) is ("http", "80") or ("https", "443") ? "" : port, true);
        }
    }

    // Names that servers have behind their proxies. A guess that reproduces the signature is no guess any more.
    private static IEnumerable<string> Guessed(string host)
    {
        var labels = host.Split('.');
        yield return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : "www." + host;
        yield return "127.0.0.1";
        string[] zones = labels.Length < 2 ? [] : [labels[^2], string.Join('.', labels[^2..]), string.Join('.', labels[1..])];
        foreach (var name in InnerNames)
        {
            yield return name;
            yield return name + ".internal";
            yield return name + ".local";
            foreach (var zone in zones.Distinct(StringComparer.Ordinal))
            {
                yield return $"{name}.{zone}";
                yield return $"{name}.internal.{zone}";
            }
        }
    }

    private static IEnumerable<Variant> Prefixes(SigningPlan plan)
    {
        if (plan.Request.Forwarded.Prefix is { Length: > 0 } prefix)
        {
            yield return new(plan with { Path = prefix + plan.Path }, $"The proxy takes {prefix} away from the path.");
        }

        var segments = plan.Path.Split('/');
        for (var dropped = 1; dropped < Math.Min(segments.Length - 1, 4); dropped++)
        {
            yield return new(plan with { Path = "/" + string.Join('/', segments[(dropped + 1)..]) }, $"The client signed the path without /{string.Join('/', segments[1..(dropped + 1)])}.", AloneOnly: true);
        }
    }

    private static string? Authority(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) ? uri.Authority : null;
}
