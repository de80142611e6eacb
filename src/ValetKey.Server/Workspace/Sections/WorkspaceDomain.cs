using ValetKey.Server.Workspace.Reading;

namespace ValetKey.Server.Workspace.Sections;

/// <summary>A domain, its users, and what it allows.</summary>
internal sealed record WorkspaceDomain(
    Place Place, string Name, IReadOnlyList<WorkspaceUser> Users, WorkspacePolicies Policies, IReadOnlyList<WorkspaceDomainWideScopes> DomainWideScopes)
{
    public static WorkspaceDomain Read(WorkspaceMap map)
    {
        var domain = new WorkspaceDomain(map.Place, map.RequiredText("name").ToLowerInvariant(), map.Each("users", WorkspaceUser.Read),
            map.One("policies", WorkspacePolicies.Read) ?? WorkspacePolicies.None, map.Each("domainWideScopes", WorkspaceDomainWideScopes.Read));
        map.NotServed("groups", "emailLists");
        if (domain.Name.Length > 0 && !IsHostName(domain.Name))
        {
            map.Complain("name", "is no domain name", "Write it as example.com.");
        }

        foreach (var again in domain.DomainWideScopes.GroupBy(grant => grant.Client, StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
        {
            map.Complain("domainWideScopes", $"names {again.Client} twice", "Write all of its scopes into one of the two.");
        }

        foreach (var again in domain.Users.Where(user => user.Draft.UserName is { Length: > 0 }).GroupBy(user => user.UserName, StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
        {
            map.Complain("users", $"names {again.UserName} twice, the second time in line {again.Place.Line.ToString(System.Globalization.CultureInfo.InvariantCulture)}", "Keep one of the two.");
        }

        return domain;
    }

    private static bool IsHostName(string name) =>
        name.Length <= 253 && name.Split('.').All(label => label.Length is > 0 and <= 63
            && !label.StartsWith('-') && !label.EndsWith('-') && label.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'));
}
