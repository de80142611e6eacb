using ValetKey.OAuth;

namespace ValetKey.Playground.Exchanges;

/// <summary>One signed parameter, and where it stood in the request.</summary>
public sealed record SignedPart(string Name, string Value, ParameterSource Source);
