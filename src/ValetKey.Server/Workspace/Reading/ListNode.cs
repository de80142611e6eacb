namespace ValetKey.Server.Workspace.Reading;

/// <summary>A list of values.</summary>
internal sealed record ListNode(int Line, IReadOnlyList<WorkspaceNode> Items) : WorkspaceNode(Line)
{
    public override string Shape => "a list";

    public override string ToString() => $"{Shape} in line {Line}";
}
