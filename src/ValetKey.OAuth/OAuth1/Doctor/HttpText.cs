using System.Text.RegularExpressions;

namespace ValetKey.OAuth;

/// <summary>Raw HTTP, as a log or <c>curl -v</c> shows it; or its looser cousin: method and address with an <c>Authorization</c> header, in any order.</summary>
internal static partial class HttpText
{
    /// <exception cref="FormatException">There is no request in it; the message says what is missing.</exception>
    public static DoctorRequest Read(string text)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r')).SkipWhile(string.IsNullOrWhiteSpace).ToList();
        if (lines.Any(line => line.StartsWith("> ", StringComparison.Ordinal)) && lines.TrueForAll(IsOfCurlVerbose))
        {
            lines = [.. lines.Where(line => line.StartsWith('>')).Select(line => line[1..].TrimStart(' '))];
        }

        var first = RequestLine().Match(lines.Count == 0 ? "" : lines[0].Trim());
        return first.Success ? Message(first, lines) : Loose(lines);
    }

    private static DoctorRequest Message(Match first, List<string> lines)
    {
        var headers = new List<Parameter>();
        var at = 1;
        for (; at < lines.Count && lines[at].Trim().Length > 0; at++)
        {
            AddHeader(headers, lines[at]);
        }

        // Editors end a text with a line end, which is not part of a form.
        var body = at + 1 < lines.Count ? string.Join('\n', lines[(at + 1)..]).TrimEnd('\r', '\n') : "";
        var (url, assumed) = Address(first.Groups["target"].Value, headers);
        return new(first.Groups["method"].Value, url, headers, body.Length == 0 ? null : body) { SchemeIsAssumed = assumed };
    }

    private static DoctorRequest Loose(List<string> lines)
    {
        string? method = null;
        string? url = null;
        var headers = new List<Parameter>();
        foreach (var line in lines.Where(line => line.Trim().Length > 0))
        {
            var words = line.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (url is null && words is [.., var address] && IsAddress(address) && words.Length <= 2)
            {
                (method, url) = (words.Length == 2 ? words[0] : method, address);
            }
            else if (method is null && words is [var word] && Word().IsMatch(word))
            {
                method = word;
            }
            else if (words[0].Equals("OAuth", StringComparison.OrdinalIgnoreCase))
            {
                headers.Add(new("Authorization", line.Trim()));
            }
            else
            {
                AddHeader(headers, line);
            }
        }

        return url is null ? throw new FormatException("No request was recognised; paste a curl command, raw HTTP beginning with its request line, a HAR entry, or 'GET https://…' and the Authorization header below it.")
            : new(method ?? "GET", url, headers);
    }

    private static void AddHeader(List<Parameter> headers, string line)
    {
        if (line[0] is ' ' or '\t' && headers.Count > 0)       // a folded line belongs to the header above it
        {
            headers[^1] = headers[^1] with { Value = $"{headers[^1].Value} {line.Trim()}" };
            return;
        }

        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
        {
            throw new FormatException("A line above the body is no header; write Name: value, and leave an empty line before the body.");
        }

        headers.Add(new(line[..colon].Trim(), line[(colon + 1)..].Trim()));
    }

    private static (string Url, bool IsAssumed) Address(string target, List<Parameter> headers)
    {
        if (IsAddress(target))
        {
            return (target, false);
        }

        var host = headers.Where(h => h.Name.Equals("Host", StringComparison.OrdinalIgnoreCase)).Select(h => h.Value).FirstOrDefault();
        if (string.IsNullOrWhiteSpace(host))
        {
            throw new FormatException("The request names no host; add its Host header, or write the whole address into the first line.");
        }

        var scheme = AddressText.HostAndPort(host) switch
        {
            (_, "443") => "https",
            (_, "80") or ("localhost" or "127.0.0.1" or "[::1]", _) => "http",
            _ => "https",
        };
        return ($"{scheme}://{host}{target}", true);
    }

    private static bool IsAddress(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static bool IsOfCurlVerbose(string line) => line.Length == 0 || line[0] is '>' or '<' or '*' or '{' or '}';

    [GeneratedRegex("^(?<method>[A-Za-z-]{1,32})[ \t]+(?<target>(/|https?://)[^ \t]*)([ \t]+HTTP/[0-9.]{1,3})?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex RequestLine();

    [GeneratedRegex("^[A-Za-z]{3,16}$", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
