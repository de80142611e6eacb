namespace ValetKey.Server.Scopes;

/// <summary>One scope of the catalogue: what it opens, and the words that the consent page shows for it.</summary>
/// <param name="Url">As clients send it.</param>
/// <param name="Group">The API's name, for lists.</param>
/// <param name="Title">A few words, for lists.</param>
/// <param name="Words">What the user allows, for the consent page.</param>
/// <param name="Api">What it opens here; null for an API that this server does not serve, or for identity.</param>
/// <param name="Access">How far it opens it.</param>
internal sealed record KnownScope(string Url, string Group, string Title, string Words, Api? Api, Access Access);
