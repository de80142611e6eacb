namespace ValetKey.Playground.Steps;

/// <summary>The scopes of one API.</summary>
/// <param name="Api">Its name, for people.</param>
/// <param name="Scopes">In the order shown.</param>
public sealed record ScopeGroup(string Api, params IReadOnlyList<KnownScope> Scopes);
