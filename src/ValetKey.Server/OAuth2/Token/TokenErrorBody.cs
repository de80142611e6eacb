namespace ValetKey.Server.OAuth2.Token;

/// <summary>The JSON of an error (RFC 6749 §5.2).</summary>
internal sealed record TokenErrorBody(string Error, string? ErrorDescription);
