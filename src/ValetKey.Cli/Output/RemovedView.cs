namespace ValetKey.Cli.Output;

/// <summary>What commands print with <c>--json</c> that make something go away.</summary>
internal sealed record RemovedView(string Removed);
