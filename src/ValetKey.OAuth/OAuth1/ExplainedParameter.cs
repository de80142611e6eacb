namespace ValetKey.OAuth;

/// <summary>One signed parameter and where it stood.</summary>
/// <param name="Name">Decoded once.</param>
/// <param name="Value">Decoded once.</param>
/// <param name="Source">Where it stood.</param>
public sealed record ExplainedParameter(string Name, string Value, ParameterSource Source)
{
    /// <summary><c>name=value</c> as it enters the normalized parameters.</summary>
    public string Encoded => $"{PercentEncoding.Encode(Name)}={PercentEncoding.Encode(Value)}";
}
