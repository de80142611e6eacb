using System.Diagnostics.CodeAnalysis;

namespace ValetKey.Server.Directory;

/// <summary>Whom a rule of an access control list is for.</summary>
/// <param name="Type"><c>user</c>, <c>group</c>, <c>domain</c>, or <c>default</c> for everybody.</param>
/// <param name="Value">An address or a domain, lower case; empty for everybody.</param>
internal sealed record Grantee(string Type, string Value)
{
    public const string User = "user";
    public const string Group = "group";
    public const string Domain = "domain";
    public const string Everybody = "default";

    /// <summary>Reads <c>user:joe@example.com</c>, <c>group:…</c>, <c>domain:example.com</c>, <c>default</c>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Grantee? grantee)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (type, value) = colon < 0 ? (text, "") : (text[..colon], text[(colon + 1)..].ToLowerInvariant());
        grantee = type switch
        {
            User or Group when IsAddress(value) => new Grantee(type, value),
            Domain when value.Length > 0 && !value.Contains('@', StringComparison.Ordinal) => new Grantee(type, value),
            Everybody when colon < 0 => new Grantee(type, ""),
            _ => null,
        };
        return grantee is not null;
    }

    public override string ToString() => Value.Length == 0 ? Type : $"{Type}:{Value}";

    private static bool IsAddress(string value) => value.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < value.Length - 1;
}
