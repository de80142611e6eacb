using System.Globalization;
using System.Text;

namespace ValetKey.OAuth;

/// <summary>What was wrong with an OAuth 1.0 request, in the words of the Problem Reporting extension.</summary>
/// <param name="Code">The value of <c>oauth_problem</c>.</param>
/// <param name="Status">The HTTP status: 400 malformed, 401 unauthorized, 503 later.</param>
/// <param name="Meaning">What was wrong. Never a secret.</param>
/// <param name="Mend">What to try next, as an imperative.</param>
public sealed partial record OAuthProblem(string Code, int Status, string Meaning, string Mend)
{
    /// <summary>Further parameters of the extension: <c>oauth_parameters_absent</c>, <c>oauth_parameters_rejected</c>, <c>oauth_acceptable_timestamps</c>, <c>oauth_signature_base_string</c> ….</summary>
    public IReadOnlyList<Parameter> Details { get; init; } = [];

    /// <summary>How long to wait before the same may succeed; <c>null</c> where waiting does not help.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The value of the first detail of that name, or <c>null</c>.</summary>
    public string? Detail(string name) => Details.Where(d => d.Name == name).Select(d => d.Value).FirstOrDefault();

    /// <summary>The same problem with one more detail.</summary>
    public OAuthProblem With(string name, string value) => this with { Details = [.. Details, new(name, value)] };

    /// <summary>The form-encoded body of an answer: <c>oauth_problem</c>, the details, and the mend as <c>oauth_problem_advice</c>.</summary>
    public string ToForm() => FormEncoding.Encode([new("oauth_problem", Code), .. Details, new("oauth_problem_advice", Mend)]);

    /// <summary>The value of <c>WWW-Authenticate</c>: realm, problem and details; values percent-encoded. The base string stays in the body.</summary>
    public string ToWwwAuthenticate(string realm)
    {
        ArgumentNullException.ThrowIfNull(realm);
        var details = Details.Where(d => d.Name != "oauth_signature_base_string");
        var text = new StringBuilder("OAuth realm=\"").Append(realm.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
        foreach (var parameter in details.Prepend(new("oauth_problem", Code)))
        {
            text.Append(CultureInfo.InvariantCulture, $", {PercentEncoding.Encode(parameter.Name)}=\"{PercentEncoding.Encode(parameter.Value)}\"");
        }

        return text.ToString();
    }

    /// <summary>Reads the problem out of an answer, from its body or its <c>WWW-Authenticate</c>.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The body, however malformed.</param>
    /// <param name="wwwAuthenticate">The header, or <c>null</c>.</param>
    /// <returns><c>null</c> where neither names a problem.</returns>
    public static OAuthProblem? Read(int status, string body, string? wwwAuthenticate)
    {
        ArgumentNullException.ThrowIfNull(body);
        var told = FromForm(body) ?? FromHeader(wwwAuthenticate);
        if (told?.FirstOrDefault(p => p.Name == "oauth_problem") is not { Value: { Length: > 0 } code })
        {
            return null;
        }

        var advice = told.FirstOrDefault(p => p.Name == "oauth_problem_advice").Value;
        var known = Known(code, status);
        return known with
        {
            Mend = string.IsNullOrWhiteSpace(advice) ? known.Mend : advice,
            Details = [.. told.Where(p => p.Name is not ("oauth_problem" or "oauth_problem_advice"))],
        };
    }

    private static IReadOnlyList<Parameter>? FromForm(string body)
    {
        if (!body.Contains("oauth_problem=", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            return FormEncoding.Decode(body.Trim());
        }
        catch (FormatException)     // a page that happens to mention the word: then the header speaks, or nobody
        {
            return null;
        }
    }

    private static IReadOnlyList<Parameter>? FromHeader(string? header) =>
        header is not null && AuthorizationHeader.TryParse(header, out var parsed, out _) ? parsed.Parameters : null;
}
