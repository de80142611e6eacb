namespace ValetKey.Cli.Parsing;

/// <summary>A command that is being run.</summary>
internal sealed record Invocation(Shell Shell, Arguments Arguments);
