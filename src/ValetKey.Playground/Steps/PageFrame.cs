namespace ValetKey.Playground.Steps;

/// <summary>What every part of a page knows.</summary>
/// <param name="Path">The tab's own address.</param>
/// <param name="Origin">This server as the browser names it; null when the page was opened at an address that is none of this server's.</param>
/// <param name="Options">What the host offers.</param>
/// <param name="Origins">The addresses that are this server's.</param>
public sealed record PageFrame(string Path, string? Origin, PlaygroundOptions Options, IReadOnlyList<string> Origins);
