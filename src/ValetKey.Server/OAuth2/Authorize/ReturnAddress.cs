namespace ValetKey.Server.OAuth2.Authorize;

/// <summary>Where the answer of an authorization goes: a redirect URI that was compared with the client's registration.</summary>
/// <param name="State">As the client encoded it.</param>
/// <param name="InFragment">For the response types that scripts read (RFC 6749 §4.2.2.1).</param>
internal sealed record ReturnAddress(string RedirectUri, string? State, bool InFragment = false)
{
    public bool IsOutOfBand => RedirectUris.IsOutOfBand(RedirectUri);

    /// <summary>Host and port for the consent page, or the scheme that an application registered for itself; null where a page shows the code.</summary>
    public string? Shown => IsOutOfBand ? null
        : Uri.TryCreate(RedirectUri, UriKind.Absolute, out var uri) && uri.Authority.Length > 0 ? uri.Authority
        : RedirectUri.Split(':')[0];

    /// <summary>The URI with an answer added to whatever query it had (§4.1.2); every answer names its issuer (RFC 9207).</summary>
    public string With(string issuer, params ReadOnlySpan<(string Name, string Value)> answer)
    {
        var parameters = "";
        foreach (var (name, value) in answer)
        {
            parameters += $"{name}={Uri.EscapeDataString(value)}&";
        }

        parameters += (State is null ? "" : $"state={State}&") + "iss=" + Uri.EscapeDataString(issuer);
        return RedirectUri + (InFragment ? "#" : !RedirectUri.Contains('?', StringComparison.Ordinal) ? "?" : RedirectUri[^1] is '?' or '&' ? "" : "&") + parameters;
    }
}
