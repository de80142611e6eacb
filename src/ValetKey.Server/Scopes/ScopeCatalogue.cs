using System.Diagnostics.CodeAnalysis;
using ValetKey.OAuth;

namespace ValetKey.Server.Scopes;

/// <summary>Which scope opens which API for which methods (wire contract §4). A scope is a URL prefix that ends at a segment, or one of the modern names.</summary>
internal static class ScopeCatalogue
{
    public static IReadOnlyList<KnownScope> All { get; } =
    [
        Data("https://apps-apis.google.com/a/feeds/user/", "Provisioning", "Users", "See and change the users of your domain", Api.Users),
        Data("https://apps-apis.google.com/a/feeds/user/#readonly", "Provisioning", "Users, read only", "See the users of your domain", Api.Users, Access.Read),
        Modern("admin.directory.user", "Provisioning", "Directory users", "See and change the users of your domain", Api.Users, Access.Write),
        Modern("admin.directory.user.readonly", "Provisioning", "Directory users, read only", "See the users of your domain", Api.Users, Access.Read),
        Data("https://www.google.com/calendar/feeds/", "Calendar", "Calendars and events", "See and change your calendars", Api.Calendar),
        Modern("calendar", "Calendar", "Calendar", "See and change your calendars", Api.Calendar, Access.Write),
        Modern("calendar.readonly", "Calendar", "Calendar, read only", "See your calendars", Api.Calendar, Access.Read),
        Data("https://docs.google.com/feeds/", "Documents List", "Documents", "See and change your documents", Api.Documents),
        Modern("drive", "Documents List", "Drive", "See and change your documents", Api.Documents, Access.Write),
        Modern("drive.readonly", "Documents List", "Drive, read only", "See your documents", Api.Documents, Access.Read),
    ];

    /// <summary>Roots of the Google Data APIs that clients may name although this server does not answer for them.</summary>
    private static readonly string[] ForeignRoots =
    [
        "https://spreadsheets.google.com/feeds/", "https://docs.googleusercontent.com/", "https://www.google.com/m8/feeds/",
        "https://apps-apis.google.com/a/feeds/", "https://www.blogger.com/feeds/", "https://picasaweb.google.com/data/",
        "https://gdata.youtube.com/", "https://sites.google.com/feeds/", "https://www.google.com/analytics/feeds/",
        "https://www.google.com/base/feeds/", "https://www.google.com/webmasters/tools/feeds/", "https://maps.google.com/maps/feeds/",
        "https://www.google.com/books/feeds/", "https://finance.google.com/finance/feeds/", "https://www.google.com/health/feeds/",
        "https://www.google.com/notebook/feeds/", "https://www.google.com/h9/feeds/",
    ];

    /// <summary>Splits a scope parameter at blanks, each scope once, in the order given.</summary>
    public static IReadOnlyList<string> Split(string? scopes) =>
        [.. (scopes ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether a client may ask for it: in the catalogue, below one of its addresses, or of another Google Data API; written without detours.</summary>
    public static bool IsKnown(string scope) => Find(scope) is not null
        || (IsPlainAddress(scope, out var address) && ForeignRoots.Any(root => ScopeUrl.Covers(root, address)));

    /// <summary>The entry whose words describe a scope; a scope below an entry's address has that entry's words.</summary>
    public static KnownScope? Find(string scope) =>
        All.FirstOrDefault(known => known.Url == scope)
        ?? (IsPlainAddress(scope, out var address) ? All.FirstOrDefault(known => known.Url.EndsWith('/') && ScopeUrl.Covers(known.Url, address)) : null);

    /// <summary>What a scope allows, in words for its user.</summary>
    public static string WordsOf(string scope) => Find(scope)?.Words ?? "Use an API that this server does not offer";

    /// <summary>Whether one of the granted scopes opens the API at this path for this access.</summary>
    /// <param name="path">The request's path on this server, percent-encoded.</param>
    public static bool Opens(IEnumerable<string> granted, Api api, Access access, string path) =>
        granted.Any(scope => Opens(scope, api, access, path));

    private static bool Opens(string scope, Api api, Access access, string path) =>
        (access == Access.Read || !IsReadOnly(scope))
        && (All.Any(known => known.Url == scope && known.Api == api && (access == Access.Read || known.Access == Access.Write))
            || api.AddressesOf(path).Any(address => ScopeUrl.Covers(scope, address)));

    private static bool IsReadOnly(string scope) => scope.EndsWith("#readonly", StringComparison.Ordinal);

    /// <summary>A scope that reads otherwise after parsing (dot segments, escapes, user information) would cover more than it shows.</summary>
    private static bool IsPlainAddress(string scope, [NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(scope, UriKind.Absolute, out address) && address.Scheme is "http" or "https" && address.AbsoluteUri == scope;

    private static KnownScope Data(string url, string group, string title, string words, Api api, Access access = Access.Write) =>
        new(url, group, title, words, api, access);

    private static KnownScope Modern(string name, string group, string title, string words, Api api, Access access) =>
        new("https://www.googleapis.com/auth/" + name, group, title, words, api, access);
}
