namespace ValetKey.OAuth;

/// <summary>Every step of signing as a value that a mistake can change. As it is made by <see cref="ExaminedRequest"/>, it signs as RFC 5849 §3.4 says.</summary>
internal sealed record SigningPlan
{
    public required ExaminedRequest Request { get; init; }

    public required string Method { get; init; }

    public required string Scheme { get; init; }

    /// <summary>Without its port.</summary>
    public required string Host { get; init; }

    /// <summary>Empty for none.</summary>
    public required string Port { get; init; }

    public required string Path { get; init; }

    /// <summary>What wrongly follows the path.</summary>
    public string Suffix { get; init; } = "";

    public required IReadOnlyList<SignedPair> Pairs { get; init; }

    /// <summary>Encodes a name or a value.</summary>
    public Func<string, string> Encode { get; init; } = PercentEncoding.Encode;

    public Func<string, string> EncodeAddress { get; init; } = PercentEncoding.Encode;

    public Func<string, string> EncodeParameters { get; init; } = PercentEncoding.Encode;

    /// <summary>What stands between the three parts.</summary>
    public string Separator { get; init; } = "&";

    public Func<IEnumerable<EncodedPair>, IEnumerable<EncodedPair>> Sort { get; init; } = ByEncodedNameThenValue;

    public required string ConsumerSecret { get; init; }

    public required string TokenSecret { get; init; }

    public Func<string, string> EncodeSecret { get; init; } = PercentEncoding.Encode;

    public string KeySeparator { get; init; } = "&";

    public Func<string, string> FinishKey { get; init; } = static key => key;

    public string Address => $"{Scheme}://{Host}{(Port.Length == 0 ? "" : ":")}{Port}{Path}{Suffix}";

    public string Key => FinishKey(EncodeSecret(ConsumerSecret) + KeySeparator + EncodeSecret(TokenSecret));

    public static IEnumerable<EncodedPair> ByEncodedNameThenValue(IEnumerable<EncodedPair> pairs) =>
        pairs.OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Value, StringComparer.Ordinal);

    /// <summary>A base string that is known otherwise, so that only the key remains to be found out; <c>null</c> to build it.</summary>
    public string? Stated { get; init; }

    public string BaseString() => Stated ?? string.Join(Separator, Method, EncodeAddress(Address),
        EncodeParameters(string.Join('&', Sort(Pairs.Select(EncodePair)).Select(p => $"{p.Name}={p.Value}"))));

    public SigningPlan WithPairs(Func<SignedPair, SignedPair> change) => this with { Pairs = [.. Pairs.Select(change)] };

    public SigningPlan Without(Func<SignedPair, bool> dropped) => this with { Pairs = [.. Pairs.Where(p => !dropped(p))] };

    public SigningPlan Plus(params IEnumerable<SignedPair> added) => this with { Pairs = [.. Pairs, .. added] };

    private EncodedPair EncodePair(SignedPair pair) => new(pair, Repeated(pair.Name, pair.NameEncodings), Repeated(pair.Value, pair.ValueEncodings));

    private string Repeated(string text, int times)
    {
        for (; times > 0; times--)
        {
            text = Encode(text);
        }

        return text;
    }
}
