namespace ValetKey.OAuth;

/// <summary>What an authorization request may ask beside its scopes. <c>null</c> sends nothing.</summary>
public sealed record OAuth2Options
{
    /// <summary><c>code</c>, the default, or <c>token</c>, which answers in the fragment and gives no refresh token (RFC 6749 §4.2).</summary>
    public string ResponseType { get; init; } = "code";

    /// <summary>Google: <c>offline</c>, the default, asks for a refresh token; <c>online</c> does not.</summary>
    public string? AccessType { get; init; } = "offline";

    /// <summary>Google's older word: <c>auto</c> or <c>force</c>, which asks the user again and so gives a refresh token again.</summary>
    public string? ApprovalPrompt { get; init; }

    /// <summary><c>none</c>, <c>consent</c>, <c>select_account</c>.</summary>
    public string? Prompt { get; init; }

    /// <summary>The address of the user who is expected.</summary>
    public string? LoginHint { get; init; }

    /// <summary>Google: the domain that the user must belong to.</summary>
    public string? HostedDomain { get; init; }

    /// <summary>Google: <c>true</c> makes the token good for what was granted before, too.</summary>
    public bool? IncludeGrantedScopes { get; init; }

    /// <summary>OpenID Connect: comes back in the ID token.</summary>
    public string? Nonce { get; init; }

    /// <summary>Whether a code is bound to who asked for it (RFC 7636). On by default; off for servers that refuse parameters they do not know.</summary>
    public bool UsePkce { get; init; } = true;

    /// <summary>Further parameters; one of a name above wins over it.</summary>
    public IReadOnlyList<Parameter> More { get; init; } = [];

    internal IEnumerable<Parameter> Parameters()
    {
        (string Name, string? Value)[] parameters =
        [
            ("response_type", ResponseType),
            ("access_type", AccessType),
            ("approval_prompt", ApprovalPrompt),
            ("prompt", Prompt),
            ("login_hint", LoginHint),
            ("hd", HostedDomain),
            ("include_granted_scopes", IncludeGrantedScopes switch { true => "true", false => "false", null => null }),
            ("nonce", Nonce),
        ];
        return parameters.Where(p => p.Value is not null).Select(p => new Parameter(p.Name, p.Value!));
    }
}
