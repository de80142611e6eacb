using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ValetKey.OAuth;

/// <summary>What the redirect back to the client says: <see cref="Code"/>, <see cref="Token"/>, <see cref="Declined"/> or <see cref="Failed"/> (RFC 6749 §4.1.2, §4.2.2).</summary>
public abstract record RedirectResult
{
    private RedirectResult()
    {
    }

    /// <summary>A code to exchange.</summary>
    /// <param name="Value">Good once, for this client.</param>
    /// <param name="State">As it came back.</param>
    public sealed record Code(Secret Value, string? State) : RedirectResult;

    /// <summary>An access token in the fragment (<c>response_type=token</c>).</summary>
    /// <param name="AccessToken">The token.</param>
    /// <param name="TokenType"><c>Bearer</c>.</param>
    /// <param name="ExpiresIn">How long it lives; <c>null</c> where nobody said.</param>
    /// <param name="Scopes">What was granted; empty where nobody said.</param>
    /// <param name="State">As it came back.</param>
    public sealed record Token(Secret AccessToken, string? TokenType, TimeSpan? ExpiresIn, IReadOnlyList<string> Scopes, string? State) : RedirectResult;

    /// <summary>The user said no (<c>access_denied</c>).</summary>
    /// <param name="State">As it came back.</param>
    public sealed record Declined(string? State) : RedirectResult;

    /// <summary>Another error, or an answer that this client must not use.</summary>
    /// <param name="Error">What, and what to do.</param>
    /// <param name="State">As it came back.</param>
    public sealed record Failed(OAuth2Error Error, string? State) : RedirectResult;

    /// <summary>Reads the address that the browser was sent to, or its query alone; the fragment, too, if it is there.</summary>
    /// <param name="redirect">Absolute, or from the <c>?</c> on; not decoded. <c>null</c> counts as empty.</param>
    /// <param name="expectedState">The state that this browser was sent away with; <c>null</c>: none was.</param>
    /// <param name="expectedIssuer">Who must have answered (RFC 9207); <c>null</c>: not asked for.</param>
    public static RedirectResult Read(string? redirect, string? expectedState, string? expectedIssuer = null)
    {
        RedirectParameters parameters;
        try
        {
            parameters = RedirectParameters.Read(redirect ?? "");
        }
        catch (FormatException malformed)
        {
            return new Failed(OAuth2Error.MalformedRedirect(malformed.Message), null);
        }

        var state = parameters.Find("state");
        return parameters.Repeats("code", "state", "error", "access_token", "iss") ? new Failed(OAuth2Error.MalformedRedirect("A parameter of the answer stands there more than once."), state)
            : expectedState is not null && !SameText(expectedState, state) ? new Failed(OAuth2Error.StateMismatch(), state)
            : expectedIssuer is not null && parameters.Find("iss") != expectedIssuer ? new Failed(OAuth2Error.IssuerMismatch(), state)
            : parameters.Find("error") is { Length: > 0 } error ? Refusal(error, parameters, state)
            : parameters.Find("code") is { Length: > 0 } code ? new Code(code, state)
            : parameters.Find("access_token") is { Length: > 0 } token ? Implicit(token, parameters, state)
            : new Failed(OAuth2Error.MissingCode(), state);
    }

    internal static string? StateOf(string? redirect)
    {
        try
        {
            return RedirectParameters.Read(redirect ?? "").Find("state");
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static RedirectResult Refusal(string error, RedirectParameters parameters, string? state) =>
        error == "access_denied" ? new Declined(state)
        : new Failed(OAuth2Error.Told(error, Bounded(parameters.Find("error_description")), Bounded(parameters.Find("error_uri")), null), state);

    private static string? Bounded(string? text) => text is { Length: > 500 } ? text[..500] : text;

    private static Token Implicit(string token, RedirectParameters parameters, string? state) => new(
        token,
        parameters.Find("token_type"),
        int.TryParse(parameters.Find("expires_in"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : null,
        parameters.Find("scope")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [],
        state);

    private static bool SameText(string expected, string? actual) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(actual ?? ""));
}
