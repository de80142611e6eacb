namespace ValetKey.OAuth;

/// <summary>What a nonce store says to a nonce.</summary>
public enum NonceResult
{
    /// <summary>Not seen before; it is kept now.</summary>
    Fresh,

    /// <summary>Seen before.</summary>
    Used,

    /// <summary>Of a time for which the store cannot tell, such as before its start.</summary>
    TooOld,

    /// <summary>No room for another nonce of this consumer; none is forgotten to make some.</summary>
    Full,
}
