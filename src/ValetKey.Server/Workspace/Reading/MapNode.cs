namespace ValetKey.Server.Workspace.Reading;

/// <summary>Keys with values, in the order of the file; a key may stand twice, which its reader refuses.</summary>
internal sealed record MapNode(int Line, IReadOnlyList<(ScalarNode Key, WorkspaceNode Value)> Entries) : WorkspaceNode(Line)
{
    public override string Shape => "keys with values";

    public override string ToString() => $"{Shape} in line {Line}";
}
