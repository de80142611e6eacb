using ValetKey.Server.Scopes;

namespace ValetKey.Server.OAuth2.Authorize;

/// <summary>The rules of an authorization request whose client is certain. Each has one reason to refuse, told to the client with its error code.</summary>
internal static class RequestRules
{
    private const int LongestText = 2048;

    private static readonly string[] Known =
    [
        "response_type", "client_id", "redirect_uri", "scope", "state", "access_type", "approval_prompt", "prompt", "include_granted_scopes",
        "login_hint", "hd", "code_challenge", "code_challenge_method", "nonce",
    ];

    private static readonly string[] FreeTexts = ["login_hint", "hd", "nonce"];

    private static readonly Func<SentParameters, RegisteredClient, (string Error, string Description)?>[] All =
    [
        NothingTwice, ResponseType, Scope, AccessType, ApprovalPrompt, Prompt, IncludeGrantedScopes, Challenge, ChallengeOfPublicClient, Lengths,
    ];

    /// <returns>The first rule that is broken; null when all hold.</returns>
    public static (string Error, string Description)? Broken(SentParameters sent, RegisteredClient client) =>
        All.Select(rule => rule(sent, client)).FirstOrDefault(refusal => refusal is not null);

    public static IReadOnlyList<string> PromptsOf(SentParameters sent) => (sent["prompt"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>RFC 6749 §3.1; a parameter that this server does not know may repeat, since it is ignored.</summary>
    private static (string, string)? NothingTwice(SentParameters sent, RegisteredClient client) =>
        Array.Find(Known, sent.IsRepeated) is { } name ? ("invalid_request", $"{name} is there more than once. Send it once.") : null;

    /// <summary>§3.1.1</summary>
    private static (string, string)? ResponseType(SentParameters sent, RegisteredClient client) => sent["response_type"] switch
    {
        "code" => null,
        null => ("invalid_request", "response_type is missing. Send response_type=code."),
        _ => ("unsupported_response_type", "This client gets codes alone. Send response_type=code, and exchange the code at the token endpoint."),
    };

    /// <summary>§3.3</summary>
    private static (string, string)? Scope(SentParameters sent, RegisteredClient client)
    {
        var scopes = ScopeCatalogue.Split(sent["scope"]);
        if (scopes.Count == 0)
        {
            return ("invalid_request", "scope is missing. Name what the application needs, such as https://www.google.com/calendar/feeds/, separated by a space.");
        }

        var unknown = scopes.Where(scope => !ScopeCatalogue.IsKnown(scope)).Take(3).ToList();
        return unknown.Count == 0 ? null
            : ("invalid_scope", $"No API of this server has the scope {string.Join(' ', unknown.Select(Shown))}. A scope is compared as it is written, a slash at its end included.");
    }

    /// <summary>A description holds printable ASCII without quotation marks and backslashes alone (§4.1.2.1), as a scope does (§3.3).</summary>
    private static string Shown(string scope) =>
        scope.Length <= 100 && scope.All(c => c is > ' ' and <= '~' and not ('"' or '\\')) ? scope : "(with characters that no scope has, or too long)";

    private static (string, string)? AccessType(SentParameters sent, RegisteredClient client) =>
        sent["access_type"] is null or "online" or "offline" ? null : ("invalid_request", "access_type is online or offline.");

    private static (string, string)? ApprovalPrompt(SentParameters sent, RegisteredClient client) => sent["approval_prompt"] switch
    {
        null => null,
        not ("auto" or "force") => ("invalid_request", "approval_prompt is auto or force."),
        _ => sent["prompt"] is null ? null : ("invalid_request", "approval_prompt and prompt are there together. Send prompt, which replaces approval_prompt."),
    };

    private static (string, string)? Prompt(SentParameters sent, RegisteredClient client)
    {
        var prompts = PromptsOf(sent);
        return prompts.Any(prompt => prompt is not ("none" or "consent" or "select_account")) ? ("invalid_request", "prompt is none, or consent and select_account separated by a space.")
            : prompts.Contains("none", StringComparer.Ordinal) && prompts.Count > 1 ? ("invalid_request", "prompt=none stands alone: it asks for no page, and the others ask for one.")
            : null;
    }

    private static (string, string)? IncludeGrantedScopes(SentParameters sent, RegisteredClient client) =>
        sent["include_granted_scopes"] is null or "true" or "false" ? null : ("invalid_request", "include_granted_scopes is true or false.");

    /// <summary>RFC 7636 §4.3; <c>plain</c>, which is also the default, proves nothing to who has seen the request (RFC 9700 §2.1.1).</summary>
    private static (string, string)? Challenge(SentParameters sent, RegisteredClient client) => (sent["code_challenge"], sent["code_challenge_method"]) switch
    {
        (null, null) => null,
        (null, _) => ("invalid_request", "code_challenge_method is there without code_challenge."),
        (_, not "S256") => ("invalid_request", "Send code_challenge_method=S256; plain, which is what its absence means, is not taken."),
        var (challenge, _) => CodeChallenge.IsWellFormed(challenge) ? null
            : ("invalid_request", "code_challenge is not the SHA-256 of a verifier in base64url: 43 characters without padding."),
    };

    /// <summary>RFC 8252 §8.1: nothing else tells who redeems the code.</summary>
    private static (string, string)? ChallengeOfPublicClient(SentParameters sent, RegisteredClient client) =>
        client.IsPublic && sent["code_challenge"] is null
            ? ("invalid_request", "A client without a secret uses PKCE (RFC 7636). Send code_challenge and code_challenge_method=S256.") : null;

    private static (string, string)? Lengths(SentParameters sent, RegisteredClient client) =>
        Array.Find(FreeTexts, name => sent[name]?.Length > LongestText) is { } name
            ? ("invalid_request", $"{name} has more than {LongestText} characters.") : null;
}
