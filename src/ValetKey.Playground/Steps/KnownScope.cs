namespace ValetKey.Playground.Steps;

/// <summary>A scope that a person can pick.</summary>
/// <param name="Value">As it is sent.</param>
/// <param name="Words">What it opens, in a few words.</param>
public sealed record KnownScope(string Value, string Words)
{
    /// <summary>Not offered for OAuth 1.0, such as <c>openid</c>.</summary>
    public bool OAuth2Only { get; init; }
}
