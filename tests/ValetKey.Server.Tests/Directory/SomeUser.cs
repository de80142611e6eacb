using System.Security;

namespace ValetKey.Server.Tests.Directory;

/// <summary>Entries of users as a client sends them.</summary>
internal static class SomeUser
{
    public const string Feed = "/a/feeds/example.com/user/2.0";

    /// <summary>Each attribute by name; a null leaves it out.</summary>
    public static string Entry(
        string? userName = "new", string? password = "secret-pass", string? givenName = "Given", string? familyName = "Family", string? hashFunctionName = null,
        string? suspended = null, string? admin = null, string? quota = null) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <atom:entry xmlns:atom="http://www.w3.org/2005/Atom" xmlns:apps="http://schemas.google.com/apps/2006">
          <atom:category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/apps/2006#user"/>
          <apps:login{Attribute("userName", userName)}{Attribute("password", password)}{Attribute("hashFunctionName", hashFunctionName)}{Attribute("suspended", suspended)}{Attribute("admin", admin)}/>
          <apps:name{Attribute("familyName", familyName)}{Attribute("givenName", givenName)}/>
          {(quota is null ? "" : $"<apps:quota{Attribute("limit", quota)}/>")}
        </atom:entry>
        """;

    private static string Attribute(string name, string? value) => value is null ? "" : $" {name}=\"{SecurityElement.Escape(value)}\"";
}
