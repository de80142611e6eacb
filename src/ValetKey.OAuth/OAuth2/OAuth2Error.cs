namespace ValetKey.OAuth;

/// <summary>What an authorization server refused, or what is wrong with its answer.</summary>
/// <param name="Code">The value of <c>error</c> (RFC 6749 §4.1.2.1, §5.2); or <c>missing_code</c>, <c>state_mismatch</c>, <c>issuer_mismatch</c>, <c>malformed_redirect</c>, <c>answer_unreadable</c> where this side refuses.</param>
/// <param name="Description">The server's own words, bounded; or ours. Never a secret.</param>
/// <param name="Uri">A page of the server about it.</param>
/// <param name="Status">The HTTP status; <c>null</c> where the error came by redirect.</param>
/// <param name="Mend">What to try next, as an imperative.</param>
public sealed record OAuth2Error(string Code, string? Description, string? Uri, int? Status, string Mend)
{
    internal static OAuth2Error Told(string code, string? description, string? uri, int? status) => new(code, description, uri, status, code switch
    {
        "invalid_request" => "Send each required parameter once, as the description says.",
        "invalid_client" or "unauthorized_client" => "Check client id and client secret, and that the client may use this flow.",
        "invalid_grant" => "Send the user to consent again: the code or refresh token is used, expired, revoked, or of another client.",
        "redirect_uri_mismatch" => "Use the very same redirect URI for authorization and exchange, as registered, to the last slash.",
        "invalid_scope" => "Ask for scopes that the server knows and the client may have.",
        "access_denied" => "Ask again, telling what the access is for: the user declined.",
        "unsupported_response_type" => "Use response_type=code.",
        "server_error" or "temporarily_unavailable" => "Wait, then try again.",
        "login_required" or "consent_required" or "interaction_required" or "account_selection_required" => "Send the user once more, without prompt=none.",
        _ => "See the documentation of this server for the word.",
    });

    internal static OAuth2Error MissingCode() => new("missing_code", "The redirect has neither a code nor an error.", null, null,
        "Send the user to the authorization URL again.");

    internal static OAuth2Error StateMismatch() => new("state_mismatch", "The state is not the one that this browser was sent away with, or was used before.", null, null,
        "Start again in this browser; if it happens each time, check that its cookie comes back to the callback.");

    internal static OAuth2Error IssuerMismatch() => new("issuer_mismatch", "The answer does not come from the server that was asked (iss).", null, null,
        "Do not exchange this code; check the addresses of the authorization server.");

    internal static OAuth2Error MalformedRedirect(string why) => new("malformed_redirect", why, null, null,
        "Pass on the redirect as the browser sent it, not decoded.");

    internal static OAuth2Error Unreadable(ProtocolAnswer answer) => new("answer_unreadable", answer.Described(), null, answer.Status,
        "Check the address of the token endpoint, and try again if the server is only out of order.");
}
