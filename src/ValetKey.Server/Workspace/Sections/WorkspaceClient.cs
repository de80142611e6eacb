using ValetKey.OAuth;
using ValetKey.Server.Workspace.Reading;

namespace ValetKey.Server.Workspace.Sections;

/// <summary>An OAuth 2.0 client. The kinds <c>device</c> and <c>service</c> are in the schema and not served yet.</summary>
internal sealed record WorkspaceClient(Place Place, string Type, string ClientId, Secret? Secret, string? DisplayName, IReadOnlyList<string> RedirectUris)
{
    public const string Web = "web";
    public const string Installed = "installed";

    public static WorkspaceClient? Read(WorkspaceMap map)
    {
        var type = map.RequiredText("type");
        if (type is "device" or "service")
        {
            map.NotServedAtAll();
            return null;
        }

        if (type is not (Web or Installed or ""))
        {
            map.Complain("type", $"is {type}, which is no kind of client", "Write web or installed.");
        }

        var client = new WorkspaceClient(
            map.Place, type, map.RequiredText("clientId"), map.Secret("clientSecret"), map.Text("displayName"), map.Texts("redirectUris"));
        if (type == Web && client.Secret is null or { IsEmpty: true })
        {
            map.Complain("clientSecret", "is missing: a web client has one", "Add clientSecret, or make it an installed client.");
        }

        foreach (var uri in client.RedirectUris.Where(uri => !IsRedirectUri(uri)))
        {
            map.Complain("redirectUris", $"holds {uri}, which is no redirect URI", "Write an absolute URI without fragment; the port of a loopback address may be *.");
        }

        if (map.Texts("scopes") is not ([] or ["*"]))
        {
            map.NotServed("scopes");        // every client may ask for every scope yet
        }

        return client;
    }

    private static bool IsRedirectUri(string uri) =>
        uri.All(c => c is > ' ' and < '\x7f' and not '#')
        && Uri.TryCreate(uri.Replace(":*/", "/", StringComparison.Ordinal), UriKind.Absolute, out _);
}
