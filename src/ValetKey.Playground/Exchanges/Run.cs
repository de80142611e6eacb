namespace ValetKey.Playground.Exchanges;

/// <summary>A stretch of text of one colour.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As it is shown.</param>
/// <param name="Link">The address that it names, when that is one of this server's.</param>
public readonly record struct Run(RunKind Kind, string Text, string? Link = null);
