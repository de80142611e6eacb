namespace ValetKey.OAuth;

/// <summary>A parameter of a request: name and value after one decoding (RFC 5849 §3.4.1.3.1). Names may repeat.</summary>
/// <param name="Name">Any text without lone surrogates; case matters.</param>
/// <param name="Value">As the name; empty where the request had none.</param>
public readonly record struct Parameter(string Name, string Value)
{
    /// <summary>The name alone: a value may be a secret.</summary>
    public override string ToString() => Name;
}
