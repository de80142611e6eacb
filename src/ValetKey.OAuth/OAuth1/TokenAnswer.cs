namespace ValetKey.OAuth;

/// <summary>The form-encoded answer of the two token endpoints (RFC 5849 §2.1, §2.3).</summary>
internal sealed record TokenAnswer(string Token, Secret Secret, bool CallbackConfirmed)
{
    /// <exception cref="OAuth1Exception">A refusal, or no such answer.</exception>
    public static TokenAnswer Read(ProtocolAnswer answer)
    {
        if (answer.IsSuccess && TryRead(answer.Body) is { } token)
        {
            return token;
        }

        var problem = OAuthProblem.Read(answer.Status, answer.Body, answer.Challenge);
        throw new OAuth1Exception(
            problem is null ? Unreadable(answer) : problem with { Mend = answer.Clean(problem.Mend) },
            answer.Status);
    }

    private static TokenAnswer? TryRead(string body)
    {
        try
        {
            var form = FormEncoding.Decode(body.Trim());
            var token = Find(form, ProtocolParameter.Token);
            var secret = Find(form, ProtocolParameter.TokenSecret);
            return string.IsNullOrEmpty(token) || secret is null ? null : new(token, secret, Find(form, ProtocolParameter.CallbackConfirmed) == "true");
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string? Find(IReadOnlyList<Parameter> form, string name) => form.Where(p => p.Name == name).Select(p => p.Value).FirstOrDefault();

    private static OAuthProblem Unreadable(ProtocolAnswer answer) => new("answer_unreadable", answer.Status, answer.Described(),
        "Check the address of the endpoint, and that it speaks OAuth 1.0.");
}
