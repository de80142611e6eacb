using ValetKey.Server.Workspace.Reading;

namespace ValetKey.Server.Workspace.Sections;

/// <summary>A whole workspace file, as far as this version serves it.</summary>
internal sealed record WorkspaceFile(
    IReadOnlyList<WorkspaceDomain> Domains, IReadOnlyList<WorkspaceProject> Projects, IReadOnlyList<WorkspaceToken> Tokens,
    IReadOnlyList<WorkspaceCalendar> Calendars, IReadOnlyList<WorkspaceDocument> Documents)
{
    /// <summary>Reads all of it, so that every error is told at once.</summary>
    /// <exception cref="WorkspaceException">It is no YAML, or something in it is wrong.</exception>
    public static WorkspaceFile Read(string name, string text, WorkspaceReport report)
    {
        var file = WorkspaceMap.Read(WorkspaceYaml.Read(name, text), report, map => new WorkspaceFile(
            map.Each("domains", WorkspaceDomain.Read),
            map.Each("projects", WorkspaceProject.Read),
            [.. map.Each("tokens", WorkspaceToken.Read).OfType<WorkspaceToken>()],
            map.Each("calendars", WorkspaceCalendar.Read),
            map.Each("documents", WorkspaceDocument.Read)));
        report.ThrowIfAny();
        return file;
    }
}
