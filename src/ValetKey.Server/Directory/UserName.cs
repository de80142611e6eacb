namespace ValetKey.Server.Directory;

/// <summary>The part of a user's address before the domain: always lower case.</summary>
internal static class UserName
{
    private const int LongestName = 64;

    /// <summary>Addresses that every domain keeps for itself (RFC 2142).</summary>
    private static readonly string[] Reserved = ["abuse", "postmaster"];

    public static string Normalize(string name) => name.ToLowerInvariant();

    /// <summary>Why a user cannot have this name; null when it can, as far as the name alone tells.</summary>
    public static DirectoryProblem? Check(string name) => name switch
    {
        _ when !IsSpelledRight(name) => DirectoryProblem.InvalidUsername(name),
        _ when name.StartsWith('.') || name.EndsWith('.') || name.Contains("..", StringComparison.Ordinal) => DirectoryProblem.EntityNameNotValid(name),
        _ when Reserved.Contains(name, StringComparer.Ordinal) => DirectoryProblem.EntityNameIsReserved(name),
        _ => null,
    };

    /// <summary>Whether it has only characters of a name, so that a list can start from it.</summary>
    public static bool IsSpelledRight(string name) =>
        name.Length is > 0 and <= LongestName && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-' or '_' or '\'');
}
