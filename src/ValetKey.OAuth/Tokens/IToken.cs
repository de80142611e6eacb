namespace ValetKey.OAuth;

/// <summary>A token of either protocol, as a store holds it.</summary>
public interface IToken
{
    /// <summary>What it opens; Google's old scopes are URLs below which it is good. Empty where that is not known.</summary>
    IReadOnlyList<string> Scopes { get; }
}
