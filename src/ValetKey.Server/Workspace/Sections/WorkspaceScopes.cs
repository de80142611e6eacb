using ValetKey.Server.Scopes;
using ValetKey.Server.Workspace.Reading;

namespace ValetKey.Server.Workspace.Sections;

/// <summary>A list of scopes, each of which this server knows.</summary>
internal static class WorkspaceScopes
{
    /// <param name="missing">What is complained of when there is none.</param>
    public static IReadOnlyList<string> Read(WorkspaceMap map, string missing)
    {
        var scopes = map.Texts("scopes");
        if (scopes.Count == 0)
        {
            map.Complain("scopes", missing, "List the scopes that were allowed.");
        }

        foreach (var scope in scopes.Where(scope => !ScopeCatalogue.IsKnown(scope)))
        {
            map.Complain("scopes", $"holds {scope}, which is no scope that this server knows", NearestName.Of(scope, ScopeCatalogue.All.Select(known => known.Url)) is { } near
                ? $"Did you mean {near}?"
                : "Write it as a scope's whole URL.");
        }

        return scopes;
    }
}
