using System.Text.RegularExpressions;

namespace ValetKey.OAuth;

/// <summary>Mistakes in method, scheme, host, port and path (RFC 5849 §3.4.1.1, §3.4.1.2).</summary>
internal static partial class AddressMistakes
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"];
    private static readonly string[] Ports = ["80", "443", "8080", "8443", "8000", "3000", "5000", "9000"];

    public static IReadOnlyList<Mistake> All { get; } =
    [
        new(DoctorCause.MethodNotUppercased, Stage.Address, plan =>
        [
            new(plan with { Method = plan.Request.Source.Method }, $"It was signed as it was typed: {plan.Request.Source.Method}."),
            new(plan with { Method = plan.Method.ToLowerInvariant() }, $"It was signed as {plan.Method.ToLowerInvariant()}."),
        ]),
        new(DoctorCause.WrongMethod, Stage.Address, plan => Methods.Append(plan.Request.Source.Header("X-HTTP-Method-Override")?.Trim())
            .OfType<string>()
            .Select(method => new Variant(plan with { Method = method }, $"It was signed as {method} and sent as {plan.Method}."))),
        new(DoctorCause.DefaultPortIncluded, Stage.Address, plan =>
            [new(plan with { Port = plan.Port.Length > 0 ? plan.Port : plan.Scheme == "https" ? "443" : "80" }, $"The client signed the port of {plan.Scheme}.")]),
        new(DoctorCause.WrongPort, Stage.Address, WrongPort),
        new(DoctorCause.HostNotLowercased, Stage.Address, plan => SameText(plan.Host, plan.Request.Typed.Host)
            ? [new(plan with { Host = plan.Request.Typed.Host }, $"It was signed as {plan.Request.Typed.Host}.")] : []),
        new(DoctorCause.SchemeNotLowercased, Stage.Address, plan => SameText(plan.Scheme, plan.Request.Typed.Scheme)
            ? [new(plan with { Scheme = plan.Request.Typed.Scheme }, $"It was signed as {plan.Request.Typed.Scheme}.")] : []),
        new(DoctorCause.EmptyPath, Stage.Address, plan => plan.Path == "/" ? [new(plan with { Path = "" }, "The address was signed without its /.")] : []),
        new(DoctorCause.TrailingSlash, Stage.Address, plan => plan.Path == "/" ? []
            : plan.Path.EndsWith('/') ? [new(plan with { Path = plan.Path[..^1] }, "The path was signed without its last slash.")]
            : [new(plan with { Path = plan.Path + "/" }, "The path was signed with a slash at its end.")]),
        new(DoctorCause.QueryInBaseUri, Stage.Address, plan => plan.Request.Typed.Query is { Length: > 0 } query
            ? [new(plan with { Suffix = "?" + query }, "The query stands in the address.")] : []),
        new(DoctorCause.PathDecoded, Stage.Address, plan =>
        [
            .. PathVariant(plan, OtherEncoding.TryDecode(plan.Path, plusIsSpace: false), "The escapes of the path were taken out."),
            .. PathVariant(plan, OtherEncoding.TryDecode(plan.Path, plusIsSpace: true), "A + in the path was taken for a space."),
        ]),
        new(DoctorCause.PathEncodedTwice, Stage.Address, plan =>
            PathVariant(plan, string.Join('/', plan.Path.Split('/').Select(PercentEncoding.Encode)), "The path was escaped once more.", only: plan.Path.Contains('%', StringComparison.Ordinal))),
        new(DoctorCause.PathRewritten, Stage.Address, plan =>
        [
            .. PathVariant(plan, OtherEncoding.UnreservedBare(plan.Path), "Escapes of letters, digits and - . _ ~ were taken out of the path."),
            .. PathVariant(plan, OtherEncoding.WithEscapes(plan.Path, static hex => hex.ToUpperInvariant()), "The escapes of the path were written in capitals."),
            .. PathVariant(plan, OtherEncoding.WithEscapes(OtherEncoding.UnreservedBare(plan.Path), static hex => hex.ToUpperInvariant()), "The escapes of the path were written anew."),
            .. PathVariant(plan, OtherEncoding.WithEscapes(plan.Path, static hex => hex.ToLowerInvariant()), "The escapes of the path were written in small letters."),
            .. PathVariant(plan, string.Join('/', plan.Path.Split('/').Select(s => PercentEncoding.Encode(OtherEncoding.TryDecode(s, plusIsSpace: false) ?? s))),
                "Characters of the path were escaped that are not escaped on the wire."),
        ]),
        new(DoctorCause.PathNormalized, Stage.Address, plan =>
        [
            .. PathVariant(plan, Slashes().Replace(plan.Path, "/"), "Double slashes were made single."),
            .. PathVariant(plan, WithoutDots(plan.Path), "Dots were taken out of the path."),
            .. PathVariant(plan, plan.Path.ToLowerInvariant(), "The path was written in small letters."),
        ]),
        new(DoctorCause.PathParametersDropped, Stage.Address, plan => PathVariant(plan, plan.Path.Split(';')[0], "What follows the ; was left out.")),
        new(DoctorCause.Ipv6BracketsDropped, Stage.Address, plan => plan.Host.StartsWith('[')
            ? [new(plan with { Host = plan.Host.Trim('[', ']') }, "The address was signed without its brackets.")] : []),
        new(DoctorCause.UserInfoSigned, Stage.Address, plan => plan.Request.Typed.UserInfo is { } user
            ? [new(plan with { Host = $"{user}@{plan.Host}" }, "What stands before @ was signed with the host.")] : []),
    ];

    private static IEnumerable<Variant> WrongPort(SigningPlan plan) => plan.Port.Length > 0
        ? [new(plan with { Port = "" }, $"The client left out the port {plan.Port}."), .. OtherPorts(plan)]
        : OtherPorts(plan);

    private static IEnumerable<Variant> OtherPorts(SigningPlan plan) => Ports
        .Where(port => port != plan.Port && (plan.Scheme, port) is not (("http", "80") or ("https", "443")))
        .Select(port => new Variant(plan with { Port = port }, $"The client signed the port {port}.", AloneOnly: true));

    private static IEnumerable<Variant> PathVariant(SigningPlan plan, string? path, string detail, bool only = true) =>
        only && path is not null && path != plan.Path ? [new(plan with { Path = path }, detail)] : [];

    private static string WithoutDots(string path)
    {
        var kept = new List<string>();
        foreach (var segment in path.Split('/'))
        {
            if (segment == ".." && kept.Count > 1)
            {
                kept.RemoveAt(kept.Count - 1);
            }
            else if (segment is not ("." or ".."))
            {
                kept.Add(segment);
            }
        }

        return string.Join('/', kept);
    }

    private static bool SameText(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("/{2,}", RegexOptions.None, 1000)]
    private static partial Regex Slashes();
}
