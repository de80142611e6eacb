namespace ValetKey.Server.Accounts;

/// <summary>An application that a user let in, as the account page lists it: all that was allowed to it, whenever that was.</summary>
/// <param name="Protocol"><c>OAuth 1.0</c> or <c>OAuth 2.0</c>.</param>
/// <param name="ClientId">The consumer key or client id.</param>
/// <param name="RegisteredName">Null for an unregistered application.</param>
/// <param name="ChosenName">What an unregistered application calls itself; null for a registered one.</param>
/// <param name="Scopes">Each once.</param>
/// <param name="Since">When the first of what still holds was allowed.</param>
public sealed record GrantedApplication(string Protocol, string ClientId, string? RegisteredName, string? ChosenName, IReadOnlyList<string> Scopes, DateTimeOffset Since)
{
    public const string OAuth1 = "OAuth 1.0";
    public const string OAuth2 = "OAuth 2.0";

    public string Name => RegisteredName ?? ChosenName ?? "An application without a name";
}
