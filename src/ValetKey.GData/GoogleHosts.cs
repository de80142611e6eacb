namespace ValetKey.GData;

/// <summary>Where Google is: its own hosts, or another server that speaks for all of them, such as the local Google.</summary>
public sealed class GoogleHosts
{
    /// <summary>The environment variable that moves Google for a program that must not change, such as <c>http://127.0.0.1:8080</c>.</summary>
    public const string EnvironmentVariable = "VALETKEY_GOOGLE";

    private static readonly string[] Domains = ["google.com", "googleapis.com", "googleusercontent.com"];

    private readonly Uri? _origin;

    private GoogleHosts(Uri? origin) => _origin = origin;

    /// <summary>Google's own hosts, whatever the environment says.</summary>
    public static GoogleHosts Google { get; } = new(null);

    /// <summary>Where <see cref="EnvironmentVariable"/> says; Google's own hosts when it says nothing. What a client uses that was told nothing else.</summary>
    /// <exception cref="FormatException">The variable holds no origin; the message shows the right form.</exception>
    public static GoogleHosts Default => Of(Environment.GetEnvironmentVariable(EnvironmentVariable));

    /// <summary>Another server in place of all of Google's hosts.</summary>
    /// <param name="origin">Scheme, host and port, such as <c>http://127.0.0.1:8080</c>.</param>
    /// <exception cref="ArgumentException">No origin, or more than one.</exception>
    public static GoogleHosts At(string origin) =>
        new(OriginOf(origin) ?? throw new ArgumentException($"'{origin}' is no origin; write it as http://127.0.0.1:8080.", nameof(origin)));

    /// <summary>Where an address of Google's is really to be found.</summary>
    /// <param name="address">An absolute address. One of another server comes back as it is.</param>
    /// <returns>The same path and query at the other server; at Google's own hosts always https, since old feeds link to http.</returns>
    public Uri Locate(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!IsGoogle(address))
        {
            return address;
        }

        var moved = _origin is null
            ? new UriBuilder(address) { Scheme = Uri.UriSchemeHttps, Port = -1 }
            : new UriBuilder(address) { Scheme = _origin.Scheme, Host = _origin.Host, Port = _origin.Port };
        return moved.Uri;
    }

    /// <summary>The origin in use, or words for Google's own.</summary>
    public override string ToString() => _origin?.GetLeftPart(UriPartial.Authority) ?? "Google's hosts";

    internal static GoogleHosts Of(string? variable) => string.IsNullOrEmpty(variable) ? Google
        : new(OriginOf(variable) ?? throw new FormatException($"{EnvironmentVariable} is '{variable}'; write it as http://127.0.0.1:8080."));

    private static bool IsGoogle(Uri address) => address is { Scheme: "http" or "https", IsDefaultPort: true } && Domains.Any(d =>
        address.Host.EndsWith(d, StringComparison.OrdinalIgnoreCase) && (address.Host.Length == d.Length || address.Host[^(d.Length + 1)] == '.'));

    private static Uri? OriginOf(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri is { Scheme: "http" or "https", PathAndQuery: "/", UserInfo: "", Fragment: "" } ? uri : null;
}
