namespace ValetKey.Cli.Output;

/// <summary>What <c>sign --json</c> prints.</summary>
/// <param name="Header">The value of <c>Authorization</c>; <c>null</c> where the parameters travel elsewhere.</param>
internal sealed record SignedView(string Method, string Url, string? Header, string BaseString, string Signature, string Curl);
