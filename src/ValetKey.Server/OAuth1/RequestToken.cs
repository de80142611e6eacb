using ValetKey.OAuth;

namespace ValetKey.Server.OAuth1;

/// <summary>A request token as the consent page sees it.</summary>
internal sealed record RequestToken(
    string ConsumerKey,
    OAuth1TokenState State,
    IReadOnlyList<string> Scopes,
    string Callback,
    string? ChosenName,
    string? RegisteredName,
    string? RegisteredBy)
{
    /// <summary>Asked for without a callback, as before revision A.</summary>
    public bool IsRevision10 => Callback.Length == 0;
}
