using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ValetKey.OAuth;

/// <summary>The <c>Authorization: OAuth …</c> header (RFC 5849 §3.5.1).</summary>
/// <param name="Realm">The protection realm, which is never signed; <c>null</c> where there is none.</param>
/// <param name="Parameters">The protocol parameters, decoded, in their order; without the realm.</param>
public sealed record AuthorizationHeader(string? Realm, IReadOnlyList<Parameter> Parameters)
{
    private const string Scheme = "OAuth";

    /// <summary>Reads a header value, scheme included (any case).</summary>
    /// <param name="header">The value of <c>Authorization</c>.</param>
    /// <param name="result">What it says; names may repeat, which the verifier refuses.</param>
    /// <param name="whyNot">What is wrong with it and where, never its contents; <c>null</c> when it was read.</param>
    public static bool TryParse(string header, [NotNullWhen(true)] out AuthorizationHeader? result, [NotNullWhen(false)] out string? whyNot)
    {
        ArgumentNullException.ThrowIfNull(header);
        var reader = new AuthorizationHeaderReader(header);
        if (!reader.TryReadScheme(Scheme))
        {
            (result, whyNot) = (null, "The Authorization header is not of the scheme OAuth.");
            return false;
        }

        string? realm = null;
        var parameters = new List<Parameter>();
        try
        {
            while (reader.TryReadPair(out var name, out var value))
            {
                if (!name.Equals("realm", StringComparison.OrdinalIgnoreCase))
                {
                    parameters.Add(new(PercentEncoding.Decode(name, plusIsSpace: false), PercentEncoding.Decode(value, plusIsSpace: false)));
                }
                else if (realm is null)
                {
                    realm = value.ToString();
                }
                else
                {
                    throw new FormatException("The Authorization header has two realms.");
                }
            }
        }
        catch (FormatException malformed)
        {
            (result, whyNot) = (null, malformed.Message);
            return false;
        }

        (result, whyNot) = (new(realm, parameters), null);
        return true;
    }

    /// <summary>The canonical form for the wire: realm first, then the parameters sorted by name. With PLAINTEXT it holds both secrets, so do not log it.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Scheme).Append(' ');
        if (Realm is not null)
        {
            text.Append("realm=\"").Append(Realm.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
        }

        foreach (var parameter in Parameters.OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            text.Append(text[^1] == ' ' ? "" : ", ")
                .Append(PercentEncoding.Encode(parameter.Name)).Append("=\"").Append(PercentEncoding.Encode(parameter.Value)).Append('"');
        }

        return text.ToString();
    }
}
