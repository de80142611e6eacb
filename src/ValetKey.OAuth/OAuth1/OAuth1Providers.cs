namespace ValetKey.OAuth;

/// <summary>Providers whose ways are known.</summary>
public static class OAuth1Providers
{
    /// <summary>All, by name.</summary>
    public static IReadOnlyList<OAuth1Provider> All { get; } = [];
}
