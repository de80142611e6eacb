namespace ValetKey.Cli.Parsing;

/// <summary>An option of a command.</summary>
/// <param name="Name">With its two hyphens.</param>
/// <param name="Help">A sentence without a full stop.</param>
/// <param name="Value">What its value is called in the help; <c>null</c> for one that takes none.</param>
/// <param name="Short">One hyphen and a letter, or <c>null</c>.</param>
internal sealed record Option(string Name, string Help, string? Value = null, string? Short = null)
{
    /// <summary>The values that can be taken, where they are few; for the help's readers and for completion.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Whether its value is a path, which shells complete.</summary>
    public bool IsPath => Value is "FILE" or "@FILE";
}
