using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ValetKey.Server.Scopes;

/// <summary>Exactly one kind of credentials authenticates a request to an API; two kinds in one request are refused in every order.</summary>
internal static class ApiScheme
{
    /// <summary>The policy scheme that endpoints name; it forwards to one of the others.</summary>
    public const string Name = "Api";

    public const string OAuth1 = "OAuth";
    public const string Bearer = "Bearer";
    public const string Session = "Session";

    /// <summary>No credentials, or too many.</summary>
    public const string None = "None";

    public static string Select(HttpContext context) => Kinds(context) is [var only] ? only : None;

    public static IReadOnlyList<string> Kinds(HttpContext context)
    {
        var kinds = new List<string>();
        foreach (var header in context.Request.Headers[HeaderNames.Authorization])
        {
            if (header is null)
            {
                continue;
            }

            kinds.Add(Is(header, OAuth1) ? OAuth1 : Is(header, Bearer) ? Bearer : None);
        }

        var signedByQuery = context.Request.Query.Keys.Any(name => name is "oauth_signature" or "oauth_consumer_key");
        if (signedByQuery && !kinds.Contains(OAuth1, StringComparer.Ordinal))
        {
            kinds.Add(OAuth1);
        }

        if (context.Request.Query.ContainsKey("access_token"))
        {
            kinds.Add(None);
        }

        return kinds;
    }

    private static bool Is(string header, string scheme) =>
        header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) && (header.Length == scheme.Length || header[scheme.Length] is ' ' or '\t');
}
