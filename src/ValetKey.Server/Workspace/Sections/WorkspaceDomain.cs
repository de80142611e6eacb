using ValetKey.Server.Workspace.Reading;

namespace ValetKey.Server.Workspace.Sections;

/// <summary>A domain and its users.</summary>
internal sealed record WorkspaceDomain(Place Place, string Name, IReadOnlyList<WorkspaceUser> Users)
{
    public static WorkspaceDomain Read(WorkspaceMap map)
    {
        var domain = new WorkspaceDomain(map.Place, map.RequiredText("name").ToLowerInvariant(), map.Each("users", WorkspaceUser.Read));
        map.NotServed("groups", "emailLists", "domainWideScopes");
        if (domain.Name.Length > 0 && !IsHostName(domain.Name))
        {
            map.Complain("name", "is no domain name", "Write it as example.com.");
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
