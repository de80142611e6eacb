using System.Text;

namespace ValetKey.OAuth;

/// <summary>A refused request as the doctor takes it: from code, or from text by <see cref="DoctorInput"/>.</summary>
/// <param name="Method">As it was sent, case included.</param>
/// <param name="Url">Absolute, http or https, as the server sees it: nothing decoded, nothing normalized.</param>
/// <param name="Headers">In their order; names in any case.</param>
/// <param name="Body">The raw body; <c>null</c> for none.</param>
public sealed record DoctorRequest(string Method, string Url, IReadOnlyList<Parameter> Headers, string? Body = null)
{
    /// <summary>Whether the text that it came from did not say http or https, so that both are to be tried.</summary>
    public bool SchemeIsAssumed { get; init; }

    /// <summary>Whether anything in it looks like a signature of OAuth 1.0.</summary>
    public bool IsSigned => Headers.Any(IsOAuth)
        || Url.Contains(ProtocolParameter.Signature + "=", StringComparison.Ordinal)
        || Body?.Contains(ProtocolParameter.Signature + "=", StringComparison.Ordinal) == true;

    /// <summary>Whether all of it can be written as UTF-8: no half of a surrogate pair anywhere.</summary>
    internal bool IsText => IsWhole(Method) && IsWhole(Url) && (Body is null || IsWhole(Body)) && Headers.All(h => IsWhole(h.Name) && IsWhole(h.Value));

    internal static bool IsOAuth(Parameter header) => header.Name.Equals("Authorization", StringComparison.OrdinalIgnoreCase)
        && header.Value.AsSpan().TrimStart().StartsWith("OAuth", StringComparison.OrdinalIgnoreCase);

    internal string? Header(string name) => Headers.Where(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value).FirstOrDefault();

    internal static bool IsWhole(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var consumed) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            text = text[consumed..];
        }

        return true;
    }

    // Address, headers and body may hold secrets.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append("Method = ").Append(Method);
        return true;
    }
}
