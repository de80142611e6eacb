namespace ValetKey.Server.Workspace.Reading;

/// <summary>Where something stands in the file.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Path">Such as <c>domains[0].users[2].password</c>; empty for the file itself.</param>
internal sealed record Place(int Line, string Path);
