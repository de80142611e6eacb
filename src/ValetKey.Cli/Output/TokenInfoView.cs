namespace ValetKey.Cli.Output;

/// <summary>What the server says about a token.</summary>
/// <param name="Owner">Consumer key or client id.</param>
/// <param name="Fields">All that it said, by name.</param>
internal sealed record TokenInfoView(string? Name, string? Owner, IReadOnlyList<string> Scopes, IReadOnlyDictionary<string, string> Fields);
