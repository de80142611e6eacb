using Microsoft.AspNetCore.Http;

namespace ValetKey.Server.Accounts;

/// <summary>Where a page may go on to: a path of this origin and nothing else, whatever a link asks for.</summary>
internal static class LocalPath
{
    private const int Longest = 8192;

    /// <returns><paramref name="asked"/> where it is a path of this origin, otherwise <c>/</c>.</returns>
    public static string Of(string? asked) => asked is ['/', ..] && !(asked is ['/', '/' or '\\', ..]) && asked.Length <= Longest
        && !asked.Contains('\\', StringComparison.Ordinal) && !asked.Any(char.IsControl) && !Decoded(asked).StartsWith("//", StringComparison.Ordinal)
        ? asked : "/";

    /// <summary>The page that is being asked for, to come back to it.</summary>
    public static string OfRequest(HttpRequest request) => request.Path.ToUriComponent() + request.QueryString.ToUriComponent();

    /// <summary>Browsers drop tabs and line breaks from addresses, so <c>/%09/host</c> must not become <c>//host</c> anywhere on the way.</summary>
    private static string Decoded(string path) => string.Concat(Uri.UnescapeDataString(path.Split('?')[0]).Where(c => !char.IsControl(c))).Replace('\\', '/');
}
