using System.Globalization;

namespace ValetKey.OAuth;

/// <content>The vocabulary: one factory for each word.</content>
public sealed partial record OAuthProblem
{
    /// <summary><c>version_rejected</c>: <c>oauth_version</c> is there and is not <c>1.0</c>.</summary>
    public static OAuthProblem VersionRejected() => new OAuthProblem("version_rejected", 400,
        "oauth_version is something other than 1.0.",
        "Send oauth_version=1.0, or leave it out.").With("oauth_acceptable_versions", "1.0-1.0");

    /// <summary><c>parameter_absent</c>: required parameters are missing.</summary>
    public static OAuthProblem ParameterAbsent(params IReadOnlyCollection<string> names) => new OAuthProblem("parameter_absent", 400,
        $"The request lacks {string.Join(", ", names)}.",
        $"Send {string.Join(", ", names)}, in the Authorization header if it is a parameter that signs.").With("oauth_parameters_absent", Joined(names));

    /// <summary><c>parameter_rejected</c>: parameters are there that cannot be taken as they are.</summary>
    /// <param name="why">What is wrong with them, as a sentence; no values.</param>
    /// <param name="names">Their names; none where the request cannot be read at all.</param>
    public static OAuthProblem ParameterRejected(string why, params IReadOnlyCollection<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var problem = new OAuthProblem("parameter_rejected", 400, why,
            names.Count == 0 ? "Send well-formed parameters, each in one place, escaped as UTF-8." : $"Send {string.Join(", ", names)} once, in one place and in its right form.");
        return names.Count == 0 ? problem : problem.With("oauth_parameters_rejected", Joined(names));
    }

    /// <summary><c>timestamp_refused</c>: <c>oauth_timestamp</c> lies outside what the server takes.</summary>
    /// <param name="sent">Seconds since 1970, as sent.</param>
    /// <param name="now">The server's clock, in the same unit.</param>
    /// <param name="earliest">The first second that is taken.</param>
    /// <param name="latest">The last second that is taken.</param>
    public static OAuthProblem TimestampRefused(long sent, long now, long earliest, long latest) => new OAuthProblem("timestamp_refused", 401,
        string.Create(CultureInfo.InvariantCulture, $"oauth_timestamp is {sent - now:+0;-0;0} s from this server's clock; {earliest - now:+0;-0;0} s to {latest - now:+0;-0;0} s are allowed."),
        "Set the sender's clock, and send seconds since 1970-01-01 UTC, not milliseconds.")
        .With("oauth_acceptable_timestamps", string.Create(CultureInfo.InvariantCulture, $"{earliest}-{latest}"));

    /// <summary><c>nonce_used</c>: this very request, or another with its nonce, was here before.</summary>
    public static OAuthProblem NonceUsed() => new("nonce_used", 401,
        "This oauth_nonce was used before with this timestamp, consumer and token.",
        "Sign each request anew with a new nonce; a client that retries or follows redirects with the old header repeats it.");

    /// <summary><c>signature_method_rejected</c>: unknown, or not allowed for this consumer or on this connection.</summary>
    public static OAuthProblem SignatureMethodRejected(string why) => new("signature_method_rejected", 400, why,
        $"Sign with a method that the consumer is registered for, spelt as one of {string.Join(", ", SignatureMethod.All)}; PLAINTEXT needs https.");

    /// <summary><c>signature_invalid</c>: what was signed, or the key, differs from what the server has.</summary>
    public static OAuthProblem SignatureInvalid() => new("signature_invalid", 401,
        "The signature is not the one of this request with the secrets on file.",
        "Compare the base string with the server's, character by character; where they are equal, check the consumer secret and the token secret.");

    /// <summary><c>signature_invalid</c>, since <c>oauth_body_hash</c> is not the hash of the body.</summary>
    public static OAuthProblem BodyHashWrong() => new("signature_invalid", 401,
        "oauth_body_hash is not the hash of the body that arrived.",
        "Hash the bytes as they are sent, with the hash of the signature method, and write it in Base64.");

    /// <summary><c>consumer_key_unknown</c>: nobody is registered under this key.</summary>
    public static OAuthProblem ConsumerKeyUnknown() => new("consumer_key_unknown", 401,
        "No consumer has this oauth_consumer_key.",
        "Check the key for typing errors, and that it is registered at this server.");

    /// <summary><c>consumer_key_rejected</c>: registered, and switched off.</summary>
    public static OAuthProblem ConsumerKeyRejected() => new("consumer_key_rejected", 401,
        "This consumer is switched off.",
        "Ask the administrator to enable it.");

    /// <summary><c>token_used</c>: a request token serves once.</summary>
    public static OAuthProblem TokenUsed() => new("token_used", 401,
        "This request token was exchanged before.",
        "Use the access token of the first exchange, or start again with a new request token.");

    /// <summary><c>token_expired</c>.</summary>
    public static OAuthProblem TokenExpired() => new("token_expired", 401,
        "The time of this token is over.",
        "Start again with a new request token.");

    /// <summary><c>token_revoked</c>.</summary>
    public static OAuthProblem TokenRevoked() => new("token_revoked", 401,
        "This token was revoked.",
        "Ask the user for consent again, with a new request token.");

    /// <summary><c>token_rejected</c>: unknown, another consumer's, or not of the kind that this endpoint takes.</summary>
    public static OAuthProblem TokenRejected() => new("token_rejected", 401,
        "This oauth_token is unknown, belongs to another consumer, or is of another kind.",
        "Send an access token to APIs and an approved request token to the exchange, with the consumer that it was issued to.");

    /// <summary><c>verifier_invalid</c>: the user did not come back with this.</summary>
    public static OAuthProblem VerifierInvalid() => new("verifier_invalid", 401,
        "This oauth_verifier is not the one that came with the user.",
        "Take oauth_verifier from the callback of this very request token, percent-decoded once.");

    /// <summary><c>permission_denied</c>: the user declined, or the consumer may not do this.</summary>
    public static OAuthProblem PermissionDenied(string why) => new("permission_denied", 401, why,
        "Ask for access again, or have the domain's administrator grant it.");

    /// <summary><c>temporarily_unavailable</c>, no word of the extension: the server cannot keep another nonce of this consumer now.</summary>
    public static OAuthProblem TooManyRequests(TimeSpan retryAfter) => new("temporarily_unavailable", 503,
        "This consumer signs more requests than the server can check for replay.",
        "Wait, then sign again.") { RetryAfter = retryAfter };

    /// <summary><c>callback_timeout</c>, no word of the extension: the user did not come back from the consent page.</summary>
    public static OAuthProblem CallbackTimeout(TimeSpan waited) => new("callback_timeout", 408,
        string.Create(CultureInfo.InvariantCulture, $"Nobody came back from the consent page within {waited.TotalSeconds:0} s."),
        "Start again, and finish on the page in the browser.");

    private static OAuthProblem Known(string code, int status) => (code switch
    {
        "version_rejected" => VersionRejected(),
        "parameter_absent" => ParameterAbsent("a required parameter"),
        "parameter_rejected" => ParameterRejected("The server does not take a parameter as it is."),
        "timestamp_refused" => new(code, status, "The server does not take this oauth_timestamp.", "Set the clock, and send seconds since 1970-01-01 UTC, not milliseconds."),
        "nonce_used" => NonceUsed(),
        "signature_method_rejected" => SignatureMethodRejected("The server does not take this signature method."),
        "signature_invalid" => SignatureInvalid(),
        "consumer_key_unknown" => ConsumerKeyUnknown(),
        "consumer_key_rejected" or "consumer_key_refused" => ConsumerKeyRejected(),
        "token_used" => TokenUsed(),
        "token_expired" => TokenExpired(),
        "token_revoked" => TokenRevoked(),
        "token_rejected" => TokenRejected(),
        "verifier_invalid" => VerifierInvalid(),
        "permission_denied" or "user_refused" => PermissionDenied("The user or the server did not allow it."),
        _ => new(code, status, $"The server answered {code}.", "See the documentation of this server for the word."),
    }) with { Code = code, Status = status };

    // Names joined by & after one encoding; the writer of form or header encodes the whole again (Problem Reporting).
    private static string Joined(IEnumerable<string> names) => string.Join('&', names.Select(PercentEncoding.Encode));
}
