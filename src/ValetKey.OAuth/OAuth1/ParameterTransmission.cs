namespace ValetKey.OAuth;

/// <summary>Where the protocol parameters of a request travel (RFC 5849 §3.5).</summary>
public enum ParameterTransmission
{
    /// <summary>In the <c>Authorization</c> header: what the RFC prefers, and keeps them out of logs.</summary>
    Header,

    /// <summary>At the end of the query.</summary>
    Query,

    /// <summary>In the form-encoded body; the request must have such a body, or none.</summary>
    Body,
}
