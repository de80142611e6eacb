namespace ValetKey.OAuth.Tests.OAuth1.Doctor;

/// <summary>A mistake that a <see cref="SloppyClient"/> makes, under the id that the doctor must find.</summary>
internal sealed record Mutation(string Id, Action<SloppyClient> Make)
{
    /// <summary>In the order of signing.</summary>
    public static IReadOnlyList<Mutation> All { get; } =
    [
        // reading
        new("plus-not-decoded", c => c.Parameters = [.. c.Parameters.Select(p => p.Raw.Contains('+', StringComparison.Ordinal) ? p with { Name = Kept(p.Raw, 0), Value = Kept(p.Raw, 1) } : p)]),
        new("value-cut", c => c.Parameters = [.. c.Parameters.Select(p => p.Raw.Split('=') is { Length: > 2 } cut ? p with { Value = Uri.UnescapeDataString(cut[1].Replace('+', ' ')) } : p)]),
        new("decoded-twice", c => c.Parameters = [.. c.Parameters.Select(p => p.Value.Contains('%', StringComparison.Ordinal) ? p with { Value = Uri.UnescapeDataString(p.Value) } : p)]),
        // choosing
        new("query-parameter-missed", c => c.Parameters.RemoveAll(p => p.Place == 'q' && !IsProtocol(p.Name))),
        new("body-parameter-missed", c => c.Parameters.RemoveAll(p => p.Place == 'f' && !IsProtocol(p.Name))),
        new("empty-parameters-dropped", c => c.Parameters.RemoveAll(p => p.Value.Length == 0 && !IsProtocol(p.Name))),
        new("duplicates-collapsed", c => c.Parameters = [.. c.Parameters.GroupBy(p => p.Name).Select(g => g.Last())]),
        new("protocol-parameter-missed", c => c.Parameters.RemoveAll(p => p.Name == "oauth_version")),
        new("parameter-signed-twice", c => c.Parameters.AddRange(c.Parameters.Where(p => p.Place == 'q' && !IsProtocol(p.Name)).ToList())),
        new("unsent-parameter-signed", c => Add(c, "oauth_token", "")),
        new("realm-signed", c => { if (c.Realm is not null) { c.Parameters.Add(("realm", c.Realm, 'h', "")); } }),
        new("signature-parameter-signed", c => c.Parameters.Add(("oauth_signature", "", 'h', ""))),
        // encoding
        new("double-encoding", c => c.Before = p => IsProtocol(p.Name) ? text => text : c.Inner),
        new("values-not-encoded", c => c.Inner = text => text),
        new("latin1-encoding", c => c.Inner = text => string.Concat(text.Select(ch => ch < 0x80 ? SloppyClient.Rfc3986(ch.ToString()) : ch < 0x100 ? $"%{(int)ch:X2}" : "%3F"))),
        new("space-as-plus", c => Over(c, text => text.Replace("%20", "+", StringComparison.Ordinal))),
        new("tilde-encoded", c => Over(c, text => text.Replace("~", "%7E", StringComparison.Ordinal))),
        new("reserved-not-encoded", c => Over(c, text => "!*'()".Aggregate(text, (t, r) => t.Replace($"%{(int)r:X2}", r.ToString(), StringComparison.Ordinal)))),
        new("lowercase-escapes", c => Over(c, Lower)),
        new("parts-not-encoded", c => c.Outer = text => text),
        // sorting
        new("unsorted-parameters", c => c.Order = pairs => pairs),
        new("duplicate-values-unsorted", c => c.Order = pairs => pairs.OrderBy(p => p.Name, StringComparer.Ordinal)),
        new("sorted-before-encoding", c => c.Order = pairs => pairs.OrderBy(p => p.Plain, StringComparer.Ordinal).ThenBy(p => p.PlainValue, StringComparer.Ordinal)),
        new("sorted-as-pairs", c => c.Order = pairs => pairs.OrderBy(p => $"{p.Name}={p.Value}", StringComparer.Ordinal)),
        new("sorted-ignoring-case", c => c.Order = pairs => pairs.OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase).ThenBy(p => p.Value, StringComparer.OrdinalIgnoreCase)),
        // address
        new("wrong-method", c => c.Method = c.Method == "GET" ? "POST" : "GET"),
        new("method-not-uppercased", c => c.Method = c.Method.ToLowerInvariant()),
        new("scheme-behind-proxy", c => c.Scheme = c.Scheme == "http" ? "https" : c.Scheme),
        new("wrong-scheme", c => c.Scheme = c.Scheme == "https" ? "http" : c.Scheme),
        new("host-not-lowercased", c => c.Authority = c.TypedAuthority.StartsWith(c.Authority, StringComparison.OrdinalIgnoreCase) ? c.TypedAuthority[..c.Authority.Length] : c.Authority),
        new("default-port-included", c => c.Authority += HasPort(c.Authority) ? "" : c.TypedScheme.Equals("https", StringComparison.OrdinalIgnoreCase) ? ":443" : ":80"),
        new("wrong-port", c => c.Authority = HasPort(c.Authority) ? c.Authority[..c.Authority.LastIndexOf(':')] : c.Authority),
        new("ipv6-brackets-dropped", c => c.Authority = c.Authority.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal)),
        new("empty-path-kept", c => c.Path = c.Path == "/" ? "" : c.Path),
        new("trailing-slash", c => c.Path = c.Path.Length < 2 ? c.Path : c.Path.EndsWith('/') ? c.Path[..^1] : c.Path + "/"),
        new("path-decoded", c => c.Path = Uri.UnescapeDataString(c.Path)),
        new("path-escapes-rewritten", c => c.Path = c.Path.Replace("%7E", "~", StringComparison.Ordinal)),
        new("path-normalized", c => c.Path = c.Path.Replace("//", "/", StringComparison.Ordinal)),
        new("path-parameters-dropped", c => c.Path = c.Path.Split(';')[0]),
        new("query-in-base-uri", c => c.Suffix = c.Query.Length > 0 && !c.Query.Contains("oauth_", StringComparison.Ordinal) ? "?" + c.Query : ""),
        // key
        new("identifier-as-secret", c => c.ConsumerSecret = c.Parameters.First(p => p.Name == "oauth_consumer_key").Value),
        new("secret-has-whitespace", c => c.ConsumerSecret += "\n"),
        new("token-secret-omitted", c => c.TokenSecret = ""),
        new("consumer-secret-omitted", c => c.ConsumerSecret = ""),
        new("secrets-swapped", c => (c.ConsumerSecret, c.TokenSecret) = (c.TokenSecret, c.ConsumerSecret)),
        new("key-ampersand-missing", c => c.Joint = ""),
        new("key-not-percent-encoded", c => c.EncodeSecret = secret => secret),
        new("key-encoded-twice", c => c.EncodeSecret = secret => SloppyClient.Rfc3986(SloppyClient.Rfc3986(secret))),
        new("key-joined-then-encoded", c => (c.EncodeSecret, c.FinishKey) = (secret => secret, SloppyClient.Rfc3986)),
        // transport
        new("signature-hex", c => c.Spoil = s => Octets(s) is { } octets ? Convert.ToHexStringLower(octets) : s),
        new("signature-base64url", c => c.Spoil = s => Octets(s) is null ? s : s.TrimEnd('=').Replace('+', '-').Replace('/', '_')),
        new("signature-padding-missing", c => c.Spoil = s => Octets(s) is null ? s : s.TrimEnd('=')),
        new("signature-not-encoded", c => c.Spoil = s => s.Replace('+', ' ')),
        new("signature-encoded-twice", c => c.Spoil = SloppyClient.Rfc3986),
        new("signature-has-whitespace", c => c.Spoil = s => Octets(s) is null ? s : s + "\n"),
        new("signature-truncated", c => c.Spoil = s => Octets(s) is null ? s : s[..(s.Length * 3 / 4)]),
    ];

    public override string ToString() => Id;

    private static bool IsProtocol(string name) => name.StartsWith("oauth_", StringComparison.Ordinal);

    private static bool HasPort(string authority) => authority.LastIndexOf(':') > authority.LastIndexOf(']');

    private static string Kept(string raw, int part) => raw.Split('=', 2) is var pair && pair.Length > part ? Uri.UnescapeDataString(pair[part]) : "";

    private static void Add(SloppyClient client, string name, string value)
    {
        if (client.Parameters.TrueForAll(p => p.Name != name))
        {
            client.Parameters.Add((name, value, 'n', ""));
        }
    }

    private static void Over(SloppyClient client, Func<string, string> change)
    {
        var (inner, outer, before) = (client.Inner, client.Outer, client.Before);
        client.Inner = text => change(inner(text));
        client.Outer = text => change(outer(text));
        if (before is not null)
        {
            client.Before = p => text => p.Name.StartsWith("oauth_", StringComparison.Ordinal) ? before(p)(text) : change(before(p)(text));
        }
    }

    private static string Lower(string text) => System.Text.RegularExpressions.Regex.Replace(text, "%[0-9A-F]{2}", m => m.Value.ToLowerInvariant());

    private static byte[]? Octets(string signature)
    {
        var octets = new byte[signature.Length];
        return signature.Length >= 24 && Convert.TryFromBase64String(signature, octets, out var count) && count >= 20 ? octets[..count] : null;
    }
}
