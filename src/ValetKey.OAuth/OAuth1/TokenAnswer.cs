using System.Globalization;

namespace ValetKey.OAuth;

/// <summary>The form-encoded answer of the two token endpoints (RFC 5849 §2.1, §2.3).</summary>
internal sealed record TokenAnswer(string Token, Secret Secret, IReadOnlyList<Parameter> Others)
{
    private const long MostSeconds = 100L * 365 * 24 * 60 * 60;      // a number that is meant as "for ever" must not leave the calendar

    public bool CallbackConfirmed => Find(ProtocolParameter.CallbackConfirmed) == "true";

    /// <summary>The access token that it is.</summary>
    public OAuth1Token ToToken(IReadOnlyList<string> scopes, DateTimeOffset now) => new(Token, Secret)
    {
        Scopes = scopes,
        SessionHandle = Find(ProtocolParameter.SessionHandle) is { Length: > 0 } handle ? new Secret(handle) : null,
        ExpiresAt = After(now, ProtocolParameter.ExpiresIn),
        AuthorizationExpiresAt = After(now, ProtocolParameter.AuthorizationExpiresIn),
        Details = [.. Others.Where(p => !p.Name.StartsWith(ProtocolParameter.Prefix, StringComparison.Ordinal))],
    };

    /// <exception cref="OAuth1Exception">A refusal, or no such answer.</exception>
    public static TokenAnswer Read(ProtocolAnswer answer)
    {
        if (answer.IsSuccess && TryRead(answer.Body) is { } token)
        {
            return token;
        }

        throw new OAuth1Exception(Refusal(answer) is { } problem ? problem with { Mend = answer.Clean(problem.Mend) } : Unreadable(answer), answer.Status);
    }

    /// <summary>The problem that an answer names, or <c>null</c>.</summary>
    public static OAuthProblem? Refusal(ProtocolAnswer answer) => OAuthProblem.Read(answer.Status, answer.Body, answer.Challenge);

    private static TokenAnswer? TryRead(string body)
    {
        try
        {
            var form = FormEncoding.Decode(body.Trim());
            var answer = new TokenAnswer(First(form, ProtocolParameter.Token) ?? "", First(form, ProtocolParameter.TokenSecret) ?? "",
                [.. form.Where(p => p.Name is not (ProtocolParameter.Token or ProtocolParameter.TokenSecret))]);
            return answer.Token.Length == 0 || First(form, ProtocolParameter.TokenSecret) is null ? null : answer;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private string? Find(string name) => First(Others, name);

    private DateTimeOffset? After(DateTimeOffset now, string name) =>
        long.TryParse(Find(name), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= MostSeconds ? now.AddSeconds(seconds) : null;

    private static string? First(IReadOnlyList<Parameter> form, string name) => form.Where(p => p.Name == name).Select(p => p.Value).FirstOrDefault();

    private static OAuthProblem Unreadable(ProtocolAnswer answer) => new("answer_unreadable", answer.Status, answer.Described(),
        "Check the address of the endpoint, and that it speaks OAuth 1.0.");
}
