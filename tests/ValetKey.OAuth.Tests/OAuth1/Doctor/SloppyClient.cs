using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ValetKey.OAuth.Tests.OAuth1.Doctor;

/// <summary>A client that signs a known request, with every step open to a mistake. Written apart from the library, so that the two can be held against each other.</summary>
internal sealed partial class SloppyClient
{
    private readonly SignatureCase _known;

    public SloppyClient(SignatureCase known, string? header)
    {
        _known = known;
        TypedMethod = known.Method;
        Method = known.Method.ToUpperInvariant();
        var parts = Address().Match(known.Url.Split('#')[0]);
        (TypedScheme, TypedAuthority, Path, Query) = (parts.Groups["scheme"].Value, parts.Groups["authority"].Value, parts.Groups["path"].Value, parts.Groups["query"].Value);
        Scheme = TypedScheme.ToLowerInvariant();
        Authority = TypedAuthority.ToLowerInvariant();
        Authority = Scheme == "http" && Authority.EndsWith(":80", StringComparison.Ordinal) ? Authority[..^3]
            : Scheme == "https" && Authority.EndsWith(":443", StringComparison.Ordinal) ? Authority[..^4] : Authority;
        Path = Path.Length == 0 ? "/" : Path;
        ConsumerSecret = known.ConsumerSecret.Reveal();
        TokenSecret = known.TokenSecret.Reveal();
        Parameters = [.. Pairs(Query, 'q'), .. Pairs(known.Form ?? "", 'f'), .. HeaderPairs(header)];
    }

    public string TypedMethod { get; }

    public string TypedScheme { get; }

    public string TypedAuthority { get; }

    public string Method { get; set; }

    public string Scheme { get; set; }

    public string Authority { get; set; }

    public string Path { get; set; }

    public string Query { get; }

    public string Suffix { get; set; } = "";

    public string? Realm { get; private set; }

    public List<(string Name, string Value, char Place, string Raw)> Parameters { get; set; }

    /// <summary>Encodes names and values.</summary>
    public Func<string, string> Inner { get; set; } = Rfc3986;

    /// <summary>Encodes them before that, for who does it twice.</summary>
    public Func<(string Name, string Value, char Place, string Raw), Func<string, string>>? Before { get; set; }

    /// <summary>Encodes address and parameters.</summary>
    public Func<string, string> Outer { get; set; } = Rfc3986;

    public Func<List<(string Name, string Value, string Plain, string PlainValue, char Place)>, IEnumerable<(string Name, string Value, string Plain, string PlainValue, char Place)>> Order { get; set; } =
        pairs => pairs.OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Value, StringComparer.Ordinal);

    public string ConsumerSecret { get; set; }

    public string TokenSecret { get; set; }

    public Func<string, string> EncodeSecret { get; set; } = Rfc3986;

    public string Joint { get; set; } = "&";

    public Func<string, string> FinishKey { get; set; } = key => key;

    /// <summary>What becomes of the signature: the text as it arrives.</summary>
    public Func<string, string> Spoil { get; set; } = signature => signature;

    public string Key => FinishKey(EncodeSecret(ConsumerSecret) + Joint + EncodeSecret(TokenSecret));

    public string BaseString()
    {
        var encoded = Parameters.Select(p =>
        {
            var before = Before?.Invoke(p) ?? (text => text);
            return (Name: Inner(before(p.Name)), Value: Inner(before(p.Value)), Plain: p.Name, PlainValue: p.Value, p.Place);
        }).ToList();
        return $"{Method}&{Outer($"{Scheme}://{Authority}{Path}{Suffix}")}&{Outer(string.Join('&', Order(encoded).Select(p => $"{p.Name}={p.Value}")))}";
    }

    public string Signature()
    {
        var method = _known.SignatureMethod;
        if (method == SignatureMethod.Plaintext)
        {
            return Key;
        }

        var text = Encoding.UTF8.GetBytes(BaseString());
        var hash = new HashAlgorithmName(method.Name.Split('-')[1]);
        if (!method.IsRsa)
        {
            return Convert.ToBase64String(CryptographicOperations.HmacData(hash, Encoding.UTF8.GetBytes(Key), text));
        }

        using var key = _known.PrivateKey!;
        return Convert.ToBase64String(key.SignData(text, hash, RSASignaturePadding.Pkcs1));
    }

    public static string Rfc3986(string text) => string.Concat(Encoding.UTF8.GetBytes(text).Select(b =>
        b < 0x80 && (char.IsAsciiLetterOrDigit((char)b) || "-._~".Contains((char)b, StringComparison.Ordinal)) ? ((char)b).ToString() : $"%{b:X2}"));

    private static IEnumerable<(string Name, string Value, char Place, string Raw)> Pairs(string form, char place) => form.Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Where(pair => !pair.StartsWith("oauth_signature=", StringComparison.Ordinal))
        .Select(pair => (Plain(pair.Split('=', 2)[0]), pair.Contains('=', StringComparison.Ordinal) ? Plain(pair.Split('=', 2)[1]) : "", place, pair));

    private static string Plain(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private IEnumerable<(string Name, string Value, char Place, string Raw)> HeaderPairs(string? header)
    {
        foreach (Match pair in HeaderPair().Matches(header ?? ""))
        {
            var (name, value) = (pair.Groups["name"].Value, pair.Groups["value"].Value);
            if (name == "realm")
            {
                Realm = value;
            }
            else if (name != "oauth_signature")
            {
                yield return (Uri.UnescapeDataString(name), Uri.UnescapeDataString(value), 'h', "");
            }
        }
    }

    [GeneratedRegex(@"^(?<scheme>[^:]+)://(?<authority>[^/?]*)(?<path>[^?]*)(\?(?<query>.*))?$", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();

    [GeneratedRegex("(?<name>[A-Za-z0-9_%.~-]+)=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex HeaderPair();
}
