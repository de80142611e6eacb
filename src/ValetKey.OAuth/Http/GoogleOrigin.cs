namespace ValetKey.OAuth;

/// <summary>Where Google is for a program that must not change: <c>VALETKEY_GOOGLE</c> in its environment.</summary>
internal static class GoogleOrigin
{
    private const string Variable = "VALETKEY_GOOGLE";

    /// <returns><c>null</c> where the variable is not set or empty.</returns>
    public static Uri? FromEnvironment() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? Read(text) : null;

    /// <exception cref="FormatException">No scheme, host and port alone.</exception>
    public static Uri Read(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri is { Scheme: "http" or "https", PathAndQuery: "/", UserInfo: "", Fragment: "" } ? uri
        : throw new FormatException($"{Variable} is '{text}'; write it as http://127.0.0.1:8080.");
}
