using ValetKey.OAuth;

namespace ValetKey.Playground.Exchanges;

/// <summary>A signature in three steps, as text to be shown and kept. Holds no secret.</summary>
public sealed record SignatureSteps
{
    /// <summary>The first of the three parts of the base string.</summary>
    public required string Method { get; init; }

    /// <summary>The second, encoded.</summary>
    public required string Address { get; init; }

    /// <summary>The third: the normalized parameters, encoded once more.</summary>
    public required string Parameters { get; init; }

    public required IReadOnlyList<SignedPart> Parts { get; init; }

    public required string MaskedKey { get; init; }

    public required string SignatureMethod { get; init; }

    public required string Signature { get; init; }

    internal static SignatureSteps Of(SignatureExplanation explained, SecretMask mask)
    {
        var parts = explained.BaseString.Split('&', 3);
        return new()
        {
            Method = parts[0],
            Address = mask.Hide(parts[1]),
            Parameters = mask.Hide(parts[2]),
            Parts = [.. explained.Parameters.Select(p => new SignedPart(p.Name, mask.Hide(p.Value), p.Source))],
            MaskedKey = explained.MaskedKey,
            SignatureMethod = explained.SignatureMethod.Name,
            Signature = explained.Signature,
        };
    }
}
