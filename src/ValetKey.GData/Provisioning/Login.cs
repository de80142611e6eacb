using System.Xml;
using ValetKey.GData.Atom;
using ValetKey.OAuth;

namespace ValetKey.GData.Provisioning;

/// <summary><c>apps:login</c>: how a user signs in (Provisioning API 2.0). What was not said is <c>null</c>; in an update it stays as it is.</summary>
public sealed record Login : IAtomElement<Login>
{
    /// <summary>A login that says nothing yet.</summary>
    public Login() { }

    /// <summary>The login of a user.</summary>
    /// <param name="userName">The part of the address before the domain.</param>
    public Login(string? userName) => UserName = userName;

    /// <summary>Nothing was said.</summary>
    public static Login Unsaid { get; } = new();

    static string IAtomElement<Login>.ElementName => "login";

    static string IAtomElement<Login>.ElementNamespace => Namespaces.Apps;

    /// <summary>The part of the address before the domain. Another one in an update renames the user.</summary>
    public string? UserName { get; init; }

    /// <summary>Sent to set a password; a server never says it. Plain text, or the hash that <see cref="HashFunctionName"/> names, in hexadecimal.</summary>
    public Secret? Password { get; init; }

    /// <summary><c>SHA-1</c> or <c>MD5</c> when <see cref="Password"/> is a hash.</summary>
    public string? HashFunctionName { get; init; }

    /// <summary>Whether the user is kept from signing in.</summary>
    public bool? Suspended { get; init; }

    /// <summary>Whether the user administers the domain.</summary>
    public bool? Admin { get; init; }

    /// <summary>Whether the next sign-in asks for another password.</summary>
    public bool? ChangePasswordAtNextLogin { get; init; }

    /// <summary>Whether the user has accepted the terms of service.</summary>
    public bool? AgreedToTerms { get; init; }

    /// <summary>Whether mail from the domain's own addresses skips its filters.</summary>
    public bool? IpWhitelisted { get; init; }

    /// <summary>What else the element held.</summary>
    public Extensions Extensions { get; init; } = Extensions.None;

    /// <inheritdoc/>
    public static Login Read(XmlReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new()
        {
            UserName = reader.GetAttribute("userName"),
            Password = reader.GetAttribute("password") is { } password ? new Secret(password) : null,
            HashFunctionName = reader.GetAttribute("hashFunctionName"),
            Suspended = reader.Flag("suspended"),
            Admin = reader.Flag("admin"),
            ChangePasswordAtNextLogin = reader.Flag("changePasswordAtNextLogin"),
            AgreedToTerms = reader.Flag("agreedToTerms"),
            IpWhitelisted = reader.Flag("ipWhitelisted"),
            Extensions = Extensions.ReadRest(reader, "userName", "password", "hashFunctionName", "suspended", "admin",
                "changePasswordAtNextLogin", "agreedToTerms", "ipWhitelisted"),
        };
    }

    /// <inheritdoc/>
    public void Write(XmlWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartElement("apps", "login", Namespaces.Apps);
        writer.WriteOptional("userName", UserName);
        writer.WriteOptional("password", Password?.Reveal());
        writer.WriteOptional("hashFunctionName", HashFunctionName);
        writer.WriteOptional("suspended", Suspended);
        writer.WriteOptional("admin", Admin);
        writer.WriteOptional("changePasswordAtNextLogin", ChangePasswordAtNextLogin);
        writer.WriteOptional("agreedToTerms", AgreedToTerms);
        writer.WriteOptional("ipWhitelisted", IpWhitelisted);
        Extensions.WriteAttributes(writer);
        Extensions.WriteElements(writer);
        writer.WriteEndElement();
    }
}
