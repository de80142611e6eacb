using System.Globalization;
using System.Text.RegularExpressions;

namespace ValetKey.OAuth;

/// <summary>What an endpoint of the protocols answered.</summary>
internal sealed partial class ProtocolAnswer(int status, string? mediaType, string body, string? challenge, DateTimeOffset? date, IReadOnlyList<Secret> secrets)
{
    public int Status => status;

    public string Body => body;

    /// <summary>The value of <c>WWW-Authenticate</c>.</summary>
    public string? Challenge => challenge;

    /// <summary>The value of <c>Date</c>.</summary>
    public DateTimeOffset? Date => date;

    public bool IsSuccess => status is >= 200 and < 300;

    /// <summary>Says what came instead of an answer of the protocol: the status, the type and the first characters, without anything that may be a secret.</summary>
    public string Described() => string.Create(CultureInfo.InvariantCulture, $"The server answered {status} with {mediaType ?? "no type"}{(
        body.Length == 0 ? " and an empty body"
        : status is >= 300 and < 400 ? ", a redirect, which is not followed with credentials"
        : $", which begins: {OneLine(LongRun().Replace(SecretField().Replace(Cut(1000), "${field}•••"), "•••"), 200)}")}.");

    /// <summary>A sentence of the server for people: one line, bounded, without what was sent to it.</summary>
    public string Clean(string text) => OneLine(text.Length > 1000 ? text[..1000] : text, 500);

    // Before masking, so that the cost does not follow the answer's length.
    private string Cut(int length) => body.Length > length ? body[..length] : body;

    private string OneLine(string text, int length)
    {
        foreach (var secret in secrets.Where(s => s.Reveal().Length >= 4))      // a shorter one is in every text
        {
            text = text.Replace(secret.Reveal(), "•••", StringComparison.Ordinal);
        }

        var line = Control().Replace(text, " ").Trim();
        return line.Length > length ? string.Concat(line.AsSpan(0, length), "…") : line;
    }

    // The value of a JSON or form field that holds a credential, also where the text breaks off inside it.
    [GeneratedRegex("""(?<field>(token|secret|code|verifier|password|assertion)[a-z_]*["']?\s*[=:]\s*["']?)[^"'&\s<>]+""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SecretField();

    // Long and unbroken as tokens are and words are not.
    [GeneratedRegex("[A-Za-z0-9._~+/=-]{32,}", RegexOptions.None, 1000)]
    private static partial Regex LongRun();

    [GeneratedRegex(@"[\s\p{C}]+", RegexOptions.None, 1000)]
    private static partial Regex Control();
}
