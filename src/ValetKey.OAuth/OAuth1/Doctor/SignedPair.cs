namespace ValetKey.OAuth;

/// <summary>A parameter on its way into a base string.</summary>
/// <param name="Name">Decoded once.</param>
/// <param name="Value">Decoded once.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Raw">The pair as it stands in the query or form, undecoded; <c>null</c> elsewhere.</param>
internal readonly record struct SignedPair(string Name, string Value, PairPlace Place, string? Raw = null)
{
    /// <summary>How often name and value are encoded before they are joined; once is right.</summary>
    public int NameEncodings { get; init; } = 1;

    public int ValueEncodings { get; init; } = 1;

    public bool IsProtocol => Name.StartsWith(ProtocolParameter.Prefix, StringComparison.Ordinal);

    public bool HasEquals => Raw?.Contains('=', StringComparison.Ordinal) ?? true;

    public string RawName => Raw is null ? "" : Raw.Split('=', 2)[0];

    public string RawValue => Raw is null || !HasEquals ? "" : Raw.Split('=', 2)[1];

    public ParameterSource? Source => IsProtocol ? ParameterSource.ProtocolParameter : Place switch
    {
        PairPlace.Query => ParameterSource.Query,
        PairPlace.Form => ParameterSource.Form,
        _ => null,
    };

    public override string ToString() => Name;
}
