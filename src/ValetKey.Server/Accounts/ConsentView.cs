namespace ValetKey.Server.Accounts;

/// <summary>What the consent page shows and sends back. OAuth 1.0 and 2.0 ask with the same page.</summary>
/// <param name="Application">The client's name as registered, or as an unregistered one calls itself.</param>
/// <param name="ClientId">Shown beside the name, since a name can be chosen to mislead.</param>
/// <param name="Email">Who is signed in.</param>
/// <param name="Scopes">What is asked for, in the client's order.</param>
/// <param name="ReturnsTo">Host of the callback, or null where a code is shown instead.</param>
/// <param name="KeepsAccess">Whether access lasts while the user is away.</param>
/// <param name="RegisteredBy">Whose project the client belongs to; null for an unregistered application.</param>
/// <param name="Action">Path that the form is sent to.</param>
/// <param name="Handle">Name and value of the hidden input that finds the request again on the server.</param>
/// <param name="SwitchAccount">Path that signs another account in and comes back here.</param>
public sealed record ConsentView(
    string Application,
    string ClientId,
    string Email,
    IReadOnlyList<string> Scopes,
    string? ReturnsTo,
    bool KeepsAccess,
    string? RegisteredBy,
    string Action,
    (string Name, string Value) Handle,
    string SwitchAccount)
{
    /// <summary>What the user should know before allowing; null for nothing beyond the usual.</summary>
    public string? Warning { get; init; }

    /// <summary>Whether a code is shown where there is no callback; without one the user just goes back.</summary>
    public bool ShowsCode { get; init; } = true;
}
