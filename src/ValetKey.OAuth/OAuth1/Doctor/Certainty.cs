namespace ValetKey.OAuth;

/// <summary>How sure the doctor is of a finding.</summary>
public enum Certainty
{
    /// <summary>Nothing can be said.</summary>
    Unknown,

    /// <summary>It fits what is there, and could not be proven.</summary>
    Suspected,

    /// <summary>It is proven: the mistake gives the very signature that was received, or it can be read off the request.</summary>
    Known,
}
