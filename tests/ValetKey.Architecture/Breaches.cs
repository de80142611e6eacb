namespace ValetKey.Architecture;

/// <summary>What breaks a rule, a line each.</summary>
internal static class Breaches
{
    /// <summary>Fails with every line in full: the assertions of the test framework cut them.</summary>
    public static void None(IEnumerable<string> found) => Assert.True(found.ToList() is { Count: 0 }, string.Join('\n', found.Prepend("")));
}
