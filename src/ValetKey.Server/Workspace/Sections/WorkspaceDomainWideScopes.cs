using ValetKey.Server.Workspace.Reading;

namespace ValetKey.Server.Workspace.Sections;

/// <summary>Within which scopes a consumer may act for any user of the domain, without a token (two-legged).</summary>
internal sealed record WorkspaceDomainWideScopes(Place Place, string Client, IReadOnlyList<string> Scopes)
{
    public static WorkspaceDomainWideScopes Read(WorkspaceMap map) =>
        new(map.PlaceOf("client"), map.RequiredText("client"), WorkspaceScopes.Read(map, "is missing: without scopes the client may do nothing"));
}
