using System.Text.RegularExpressions;
using ValetKey.OAuth;

namespace ValetKey.Playground.Exchanges;

/// <summary>
/// Hides secrets in what is shown: by name, where a form, a query, a header or JSON names them, and by value, wherever a known secret turns up.
/// </summary>
internal sealed partial class SecretMask
{
    private const string Dots = "••••••••";
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // Of patterns that take linear time; an answer of 2 MiB on a busy machine must still pass.
    private const int MaxTime = 20_000;

    // A shorter one would tear holes into ordinary words; where it has a name it is hidden all the same.
    private const int ShortestByValue = 6;

    private readonly List<string> _values = [];

    /// <param name="secrets">What is known to be secret, plain.</param>
    /// <param name="publicTexts">What is public even if a secret has the same text, such as the consumer key <c>anonymous</c>.</param>
    public SecretMask(IEnumerable<string> secrets, IReadOnlyCollection<string> publicTexts)
    {
        foreach (var secret in secrets.Where(s => s.Length >= ShortestByValue && !publicTexts.Contains(s, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal).OrderByDescending(s => s.Length))
        {
            var once = PercentEncoding.Encode(secret);
            _values.AddRange(new[] { PercentEncoding.Encode(once), once, secret }.Distinct(StringComparer.Ordinal));
        }
    }

    public string Hide(string text)
    {
        text = ByName().Replace(text, Masked);
        text = ByJsonName().Replace(text, Masked);
        text = Credentials().Replace(text, Masked);
        if (PlaintextMethod().IsMatch(text))
        {
            text = Signature().Replace(text, Masked);       // both secrets as they are
        }

        foreach (var value in _values)
        {
            text = text.Replace(value, Masked(value), StringComparison.Ordinal);
        }

        return text;
    }

    private static string Masked(Match found) => found.Groups["name"].Value + Masked(found.Groups["value"].Value);

    // The first letters of a long one say what kind it is (ya29, 4/, 1/) and help nobody.
    private static string Masked(string value) => value.EndsWith('•') ? value : value.Length >= 24 ? value[..4] + Dots : Dots;

    [GeneratedRegex("""(?<name>(?<![\w.-])(oauth_token_secret|client_secret|code|code_verifier|access_token|refresh_token|id_token|password|Passwd)=)(?<value>[^&\s"'<>,;#]+)""", Options, MaxTime)]
    private static partial Regex ByName();

    [GeneratedRegex("""(?<name>"(oauth_token_secret|client_secret|code_verifier|access_token|refresh_token|id_token)"\s*:\s*")(?<value>[^"]+)""", Options, MaxTime)]
    private static partial Regex ByJsonName();

    [GeneratedRegex("""(?<name>^Authorization:\s*(Bearer|Basic)\s+)(?<value>\S+)""", Options | RegexOptions.Multiline | RegexOptions.IgnoreCase, MaxTime)]
    private static partial Regex Credentials();

    [GeneratedRegex("""oauth_signature_method="?PLAINTEXT""", Options, MaxTime)]
    private static partial Regex PlaintextMethod();

    [GeneratedRegex("""(?<name>oauth_signature="?)(?<value>[^&\s,"]+)""", Options, MaxTime)]
    private static partial Regex Signature();
}
