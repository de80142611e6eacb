using ValetKey.Server.Directory;
using ValetKey.Server.Workspace.Reading;

namespace ValetKey.Server.Workspace.Sections;

/// <summary>A rule of an access control list.</summary>
internal sealed record WorkspaceRule(Grantee Grantee, string Role)
{
    /// <param name="roles">What the thing knows.</param>
    public static WorkspaceRule? Read(WorkspaceMap map, IEnumerable<string> roles)
    {
        var (scope, role) = (map.RequiredText("scope"), map.RequiredText("role"));
        if (!Grantee.TryParse(scope, out var grantee) && scope.Length > 0)
        {
            map.Complain("scope", $"is {scope}, which names nobody", "Write user:joe@example.com, group:staff@example.com, domain:example.com or default.");
        }

        if (role.Length > 0 && !roles.Contains(role, StringComparer.Ordinal))
        {
            map.Complain("role", $"is {role}, which is no role here", $"Write {string.Join(", ", roles)}.");
        }

        return grantee is null ? null : new WorkspaceRule(grantee, role);
    }
}
