namespace ValetKey.Server.Scopes;

/// <summary>A scope that this server answers for, as a list offers it.</summary>
/// <param name="Url">As clients send it.</param>
/// <param name="Api">The API's name, by which a list groups.</param>
/// <param name="Title">What it opens, in a few words.</param>
public sealed record OfferedScope(string Url, string Api, string Title);
