namespace ValetKey.Server.Workspace.Reading;

/// <summary>A single value.</summary>
/// <param name="Text">After unescaping.</param>
/// <param name="IsQuoted">Whether it is text in any case: only an unquoted <c>null</c>, <c>~</c> or nothing at all is no value.</param>
internal sealed record ScalarNode(int Line, string Text, bool IsQuoted) : WorkspaceNode(Line)
{
    public bool IsNull => !IsQuoted && Text is ("" or "~" or "null" or "Null" or "NULL");

    public override string Shape => "a single value";

    /// <summary>Without its text, which may be a secret.</summary>
    public override string ToString() => $"{Shape} in line {Line}";
}
