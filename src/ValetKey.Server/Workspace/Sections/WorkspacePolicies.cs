using ValetKey.Server.Workspace.Reading;

namespace ValetKey.Server.Workspace.Sections;

/// <summary>What a domain allows beyond the usual; each is off unless the file says true.</summary>
/// <param name="OAuth1Revision10">OAuth 1.0 before 1.0a: a callback at the consent page, and no verifier.</param>
/// <param name="UnregisteredApplications">Consumers without a display name, such as <c>anonymous</c>.</param>
internal sealed record WorkspacePolicies(bool OAuth1Revision10, bool UnregisteredApplications)
{
    public static WorkspacePolicies None { get; } = new(false, false);

    public static WorkspacePolicies Read(WorkspaceMap map) => new(map.Flag("oauth1Revision10") ?? false, map.Flag("unregisteredApplications") ?? false);
}
