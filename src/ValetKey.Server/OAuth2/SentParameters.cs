using System.Diagnostics.CodeAnalysis;
using ValetKey.OAuth;

namespace ValetKey.Server.OAuth2;

/// <summary>What a request sent in its query or form body: names compared by ordinal, each value decoded once, its encoded text kept.</summary>
internal sealed class SentParameters
{
    private const int Most = 256;

    private readonly Dictionary<string, (string Value, string Encoded, int Times)> parameters = new(StringComparer.Ordinal);

    private SentParameters()
    {
    }

    /// <summary>The value; null when the parameter is absent or empty, since one without a value counts as omitted (RFC 6749 §3.1).</summary>
    public string? this[string name] => parameters.TryGetValue(name, out var sent) && sent.Value.Length > 0 ? sent.Value : null;

    /// <returns>False for a stray percent sign, bytes that are no UTF-8, or more parameters than any request of this protocol has.</returns>
    public static bool TryParse(string encoded, [NotNullWhen(true)] out SentParameters? sent)
    {
        var read = new SentParameters();
        sent = null;
        var pairs = encoded.Split('&', Most + 1, StringSplitOptions.RemoveEmptyEntries);
        if (pairs.Length > Most)
        {
            return false;
        }

        try
        {
            foreach (var pair in pairs)
            {
                read.Add(FormEncoding.Decode(pair)[0], pair.IndexOf('=', StringComparison.Ordinal) is >= 0 and var at ? pair[(at + 1)..] : "");
            }
        }
        catch (FormatException)
        {
            return false;
        }

        sent = read;
        return true;
    }

    /// <summary>Whether it was sent at all, be it without a value.</summary>
    public bool Has(string name) => parameters.ContainsKey(name);

    /// <summary>The value as the client encoded it, so that it can be sent back byte for byte; null when absent or empty.</summary>
    public string? EncodedOf(string name) => parameters.TryGetValue(name, out var sent) && sent.Encoded.Length > 0 ? sent.Encoded : null;

    public bool IsRepeated(string name) => parameters.TryGetValue(name, out var sent) && sent.Times > 1;

    private void Add(Parameter parameter, string encoded)
    {
        var times = parameters.TryGetValue(parameter.Name, out var earlier) ? earlier.Times : 0;
        parameters[parameter.Name] = (parameter.Value, encoded, times + 1);
    }
}
