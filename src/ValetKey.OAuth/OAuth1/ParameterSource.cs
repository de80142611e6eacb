namespace ValetKey.OAuth;

/// <summary>Where a signed parameter comes from (RFC 5849 §3.4.1.3.1).</summary>
public enum ParameterSource
{
    /// <summary>One of the protocol's own, wherever it travels.</summary>
    ProtocolParameter,

    /// <summary>The query of the address.</summary>
    Query,

    /// <summary>The form-encoded body.</summary>
    Form,
}
