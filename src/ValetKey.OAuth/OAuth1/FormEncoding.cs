using System.Buffers;

namespace ValetKey.OAuth;

/// <summary><c>application/x-www-form-urlencoded</c>, as bodies, queries and token answers have it (RFC 5849 §3.4.1.3.1).</summary>
public static class FormEncoding
{
    // Without the tilde, as PHP and Python 2.7 write it: token blobs must come out byte for byte as theirs.
    private static readonly SearchValues<char> Bare =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._");

    /// <summary>Writes <c>name=value</c> pairs joined by <c>&amp;</c>; a space becomes <c>+</c>. Empty for no parameters.</summary>
    /// <exception cref="ArgumentException">A name or value holds a lone surrogate.</exception>
    public static string Encode(IEnumerable<Parameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return string.Join('&', parameters.Select(p => $"{Field(p.Name)}={Field(p.Value)}"));
    }

    /// <summary>Reads pairs in their order. A <c>+</c> is a space; a name without <c>=</c> has an empty value; empty pairs are dropped.</summary>
    /// <exception cref="FormatException">A <c>%</c> without two hexadecimal digits, or bytes that are no UTF-8.</exception>
    public static IReadOnlyList<Parameter> Decode(string form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var parameters = new List<Parameter>();
        foreach (var range in form.AsSpan().Split('&'))
        {
            var pair = form.AsSpan(range);
            if (pair.IsEmpty)
            {
                continue;
            }

            var equals = pair.IndexOf('=');
            parameters.Add(equals < 0
                ? new(PercentEncoding.Decode(pair, plusIsSpace: true), "")
                : new(PercentEncoding.Decode(pair[..equals], plusIsSpace: true), PercentEncoding.Decode(pair[(equals + 1)..], plusIsSpace: true)));
        }

        return parameters;
    }

    internal static string Field(string value) => PercentEncoding.Encode(value, Bare).Replace("%20", "+", StringComparison.Ordinal);

    internal static string Unfield(ReadOnlySpan<char> field) => PercentEncoding.Decode(field, plusIsSpace: true);
}
