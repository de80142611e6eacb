namespace ValetKey.Server.Workspace.Reading;

/// <summary>A value of the file with the place it stands at, so that every error can name it.</summary>
/// <param name="Line">Counted from 1.</param>
internal abstract record WorkspaceNode(int Line)
{
    /// <summary>What it is, for an error.</summary>
    public abstract string Shape { get; }
}
