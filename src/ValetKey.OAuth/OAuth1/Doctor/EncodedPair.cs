namespace ValetKey.OAuth;

/// <summary>A pair with its encoded name and value, as they are sorted and joined.</summary>
internal readonly record struct EncodedPair(SignedPair Pair, string Name, string Value);
