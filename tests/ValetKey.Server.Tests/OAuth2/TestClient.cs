namespace ValetKey.Server.Tests.OAuth2;

/// <summary>A client of the test server, as its programmer knows it.</summary>
internal sealed record TestClient(string Id, string Type, string? Secret, string RedirectUri, string Registered, string? Name = null)
{
    // RFC 7636, appendix B
    public const string SomeVerifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    public const string SomeChallenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    public static readonly TestClient Web = new("web.example", "web", "web-secret", "https://app.example/cb", "https://app.example/cb\nhttps://app.example/other\nhttps://app.example/query?a=1", "Web application");
    public static readonly TestClient Sibling = new("sibling.example", "web", "sibling-secret", "https://sibling.example/cb", "https://sibling.example/cb");
    public static readonly TestClient Foreign = new("foreign.example", "web", "foreign-secret", "https://foreign.example/cb", "https://foreign.example/cb");
    public static readonly TestClient Development = new("development.example", "web", "development-secret", "http://127.0.0.1:5000/oauth2callback", "http://127.0.0.1:*/oauth2callback");
    public static readonly TestClient Installed = new("installed.example", "installed", "installed-secret", "urn:ietf:wg:oauth:2.0:oob", "");
    public static readonly TestClient Public = new("public.example", "installed", null, "http://127.0.0.1:49152/cb", "http://127.0.0.1/cb");
    public static readonly TestClient Desktop = new("desktop.example", "installed", "desktop-secret", "http://localhost:8080", "http://localhost:8080");

    public static readonly TestClient[] All = [Web, Sibling, Foreign, Development, Installed, Public, Desktop];

    /// <summary>Null: the client does without PKCE.</summary>
    public string? Verifier => Secret is null ? SomeVerifier : null;

    public Dictionary<string, string> Parameters()
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["response_type"] = "code",
            ["client_id"] = Id,
            ["redirect_uri"] = RedirectUri,
            ["scope"] = OAuth2Server.Calendar,
            ["access_type"] = "offline",
            ["state"] = "some-state",
        };
        if (Verifier is not null)
        {
            parameters["code_challenge"] = SomeChallenge;
            parameters["code_challenge_method"] = "S256";
        }

        return parameters;
    }

    public (string Name, string? Value)[] Credentials() => [("client_id", Id), ("client_secret", Secret)];
}
