using System.Text;

namespace ValetKey.OAuth;

/// <summary>A curl command, read as the request that it sends.</summary>
internal sealed class CurlCommand
{
    // Options with a value that changes nothing in what is signed.
    private static readonly HashSet<string> Ignored = new(StringComparer.Ordinal)
    {
        "-o", "--output", "-m", "--max-time", "--connect-timeout", "-x", "--proxy", "--proxy-user", "-U", "-w", "--write-out", "--retry", "--retry-delay", "-c", "--cookie-jar", "-D", "--dump-header",
        "--cacert", "--capath", "-E", "--cert", "--key", "--cert-type", "--key-type", "--pass", "--resolve", "--connect-to", "--interface", "--limit-rate", "--max-redirs", "-K", "--config",
        "--tls-max", "--ciphers", "--trace", "--trace-ascii", "--stderr", "-r", "--range", "-y", "-Y", "--noproxy", "--dns-servers", "--unix-socket", "--http-version", "--oauth2-bearer",
    };

    private readonly List<Parameter> _headers = [];
    private readonly List<string> _data = [];
    private readonly List<(string Name, string Value)> _fields = [];
    private string? _method;
    private string? _url;
    private string? _type;
    private bool _inQuery;
    private bool _isHead;

    public static bool IsOne(ReadOnlySpan<char> text)
    {
        var start = text.TrimStart("$># \t");
        return start.StartsWith("curl", StringComparison.OrdinalIgnoreCase)
            && (start.Length == 4 || start[4] is ' ' or '\t' or '\n' or '\r' or '\\' or '^' || start.StartsWith("curl.exe", StringComparison.OrdinalIgnoreCase));
    }

    /// <exception cref="FormatException">A quote is not closed, an option lacks its value, a body is in a file, or there is no address.</exception>
    public static DoctorRequest Read(string text)
    {
        var words = ShellWords.Split(text.TrimStart('$', '>', '#', ' ', '\t'));
        var command = new CurlCommand();
        for (var at = 1; at < words.Count; at++)
        {
            command.Take(words, ref at);
        }

        return command.Request();
    }

    private void Take(IReadOnlyList<string> words, ref int at)
    {
        var word = words[at];
        if (word.StartsWith("--", StringComparison.Ordinal))
        {
            Long(word, words, ref at);
        }
        else if (word.Length > 1 && word[0] == '-')
        {
            Short(word, words, ref at);
        }
        else
        {
            _url ??= word;
        }
    }

    private void Long(string word, IReadOnlyList<string> words, ref int at)
    {
        var option = word switch
        {
            "--request" => "-X", "--header" => "-H", "--data" or "--data-ascii" => "-d", "--get" => "-G", "--head" => "-I", "--user" => "-u",
            "--form" => "-F", "--user-agent" => "-A", "--referer" => "-e", "--cookie" => "-b", "--upload-file" => "-T", _ => word,
        };
        if (option.Length == 2)
        {
            Apply(option[1], option[1] is 'G' or 'I' ? "" : Value(words, ref at));
            return;
        }

        switch (word)
        {
            case "--url": _url = Value(words, ref at); break;
            case "--data-raw": _data.Add(Value(words, ref at)); break;
            case "--data-binary": Apply('d', Value(words, ref at)); break;
            case "--data-urlencode": _data.Add(UrlEncoded(Value(words, ref at))); break;
            case "--form-string": AddField(Value(words, ref at), raw: true); break;
            case "--json":
                Apply('d', Value(words, ref at));
                _type ??= "application/json";
                break;
            default:
                if (Ignored.Contains(word))
                {
                    Value(words, ref at);
                }

                break;
        }
    }

    // Several letters may follow one dash; the first that takes a value takes the rest of the word, or the next one.
    private void Short(string word, IReadOnlyList<string> words, ref int at)
    {
        for (var letter = 1; letter < word.Length; letter++)
        {
            var c = word[letter];
            if (!"XHduFAebT".Contains(c, StringComparison.Ordinal) && !Ignored.Contains("-" + c))
            {
                Apply(c, "");
                continue;
            }

            var value = letter + 1 < word.Length ? word[(letter + 1)..] : Value(words, ref at);
            Apply(c, value);
            return;
        }
    }

    private void Apply(char option, string value)
    {
        switch (option)
        {
            case 'X': _method = value; break;
            case 'H': AddHeader(value); break;
            case 'd': _data.Add(value.StartsWith('@') ? throw InFile() : value); break;
            case 'F': AddField(value, raw: false); break;
            case 'G': _inQuery = true; break;
            case 'I': _isHead = true; break;
            case 'u': _headers.Add(new("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(value)))); break;
            case 'A': _headers.Add(new("User-Agent", value)); break;
            case 'e': _headers.Add(new("Referer", value)); break;
            case 'b': _headers.Add(new("Cookie", value)); break;
            case 'T': throw InFile();
            default: break;
        }
    }

    private void AddHeader(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0)
        {
            _headers.Add(new(line[..colon].Trim(), line[(colon + 1)..].Trim()));
        }
    }

    private void AddField(string field, bool raw)
    {
        var parts = field.Split('=', 2);
        if (parts.Length == 2)
        {
            _fields.Add((parts[0], raw || !parts[1].StartsWith('@') && !parts[1].StartsWith('<') ? parts[1] : ""));
        }
    }

    private DoctorRequest Request()
    {
        var url = _url ?? throw new FormatException("The curl command names no address; paste it whole.");
        url = url.Contains("://", StringComparison.Ordinal) ? url : "http://" + url;
        var data = _data.Count == 0 ? null : string.Join('&', _data);
        if (_inQuery && data is not null)
        {
            var (before, fragment) = url.IndexOf('#', StringComparison.Ordinal) is var at and >= 0 ? (url[..at], url[at..]) : (url, "");
            url = before + (before.Contains('?', StringComparison.Ordinal) ? "&" : "?") + data + fragment;
            data = null;
        }

        var method = _method ?? (_isHead ? "HEAD" : data is not null || _fields.Count > 0 ? "POST" : "GET");
        var type = data is not null ? _type ?? "application/x-www-form-urlencoded" : null;
        if (data is null && _fields.Count > 0)
        {
            type = "multipart/form-data; boundary=valetkey-boundary";
            data = string.Concat(_fields.Select(f => $"--valetkey-boundary\r\nContent-Disposition: form-data; name=\"{f.Name}\"\r\n\r\n{f.Value}\r\n")) + "--valetkey-boundary--\r\n";
        }

        var headers = type is null || _headers.Any(h => h.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)) ? _headers : [.. _headers, new("Content-Type", type)];
        return new(method, url, [.. headers], data);
    }

    private static string Value(IReadOnlyList<string> words, ref int at) => ++at < words.Count ? words[at]
        : throw new FormatException("The last option of the curl command has no value; paste it whole.");

    // content, =content, name=content; name@file is in a file.
    private static string UrlEncoded(string value)
    {
        var equals = value.IndexOf('=', StringComparison.Ordinal);
        return equals >= 0 ? value[..equals] + (equals == 0 ? "" : "=") + PercentEncoding.Encode(Whole(value[(equals + 1)..]))
            : value.Contains('@', StringComparison.Ordinal) ? throw InFile()
            : PercentEncoding.Encode(Whole(value));
    }

    // Half of a surrogate pair, from a \u escape, becomes the replacement character, as it does on its way through a shell.
    private static string Whole(string value) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value));

    private static FormatException InFile() => new("The body of the curl command is in a file; write it inline, as -d 'name=value'.");
}
