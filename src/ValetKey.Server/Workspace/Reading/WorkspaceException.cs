using System.Globalization;

namespace ValetKey.Server.Workspace.Reading;

/// <summary>A workspace file that cannot be loaded. Nothing was written.</summary>
internal sealed class WorkspaceException(string file, IReadOnlyList<WorkspaceProblem> problems, bool hasMore = false) : FormatException(Text(file, problems, hasMore))
{
    public IReadOnlyList<WorkspaceProblem> Problems { get; } = problems;

    private static string Text(string file, IReadOnlyList<WorkspaceProblem> problems, bool hasMore) => string.Create(
        CultureInfo.InvariantCulture,
        $"The workspace file {file} was not loaded:\n{string.Join('\n', problems.Select(p => "  " + p))}{(hasMore ? "\n  and more; mend these first." : "")}");
}
