using ValetKey.Cli.Parsing;
using ValetKey.Cli.Signing;
using ValetKey.GData.Provisioning;
using ValetKey.OAuth;

namespace ValetKey.Cli.Users;

/// <summary>What the options say of a user.</summary>
internal static class UserChange
{
    private static readonly Option GivenName = new("--given-name", "The given name", "NAME");
    private static readonly Option FamilyName = new("--family-name", "The family name", "NAME");
    private static readonly Option Admin = new("--admin", "Whether the user administers the domain", "yes|no") { Choices = ["yes", "no"] };
    private static readonly Option ChangePassword = new("--change-password", "Whether the next sign-in asks for another password", "yes|no") { Choices = ["yes", "no"] };
    private static readonly Option Quota = new("--quota", "How much mail the user may keep, in megabytes", "MB");
    private static readonly Option Rename = new("--rename", "Another user name", "USER");

    public static IReadOnlyList<Option> ForCreate { get; } = [GivenName, FamilyName, SecretOptions.Password.Given, SecretOptions.Password.InFile, Admin, ChangePassword, Quota];

    public static IReadOnlyList<Option> ForUpdate { get; } = [Rename, .. ForCreate];

    /// <exception cref="CliException">A value that cannot be taken.</exception>
    public static UserEntry On(UserEntry user, Arguments arguments, Secret? password) => user with
    {
        Login = user.Login with
        {
            UserName = arguments.Value(Rename) ?? user.Login.UserName,
            Password = password ?? user.Login.Password,
            Admin = Flag(arguments, Admin) ?? user.Login.Admin,
            ChangePasswordAtNextLogin = Flag(arguments, ChangePassword) ?? user.Login.ChangePasswordAtNextLogin,
        },
        Name = user.Name with { GivenName = arguments.Value(GivenName) ?? user.Name.GivenName, FamilyName = arguments.Value(FamilyName) ?? user.Name.FamilyName },
        Quota = arguments.Number(Quota, 0, int.MaxValue) is { } limit ? new(limit) : user.Quota,
    };

    private static bool? Flag(Arguments arguments, Option option) => arguments.Value(option) switch
    {
        null => null,
        "yes" or "true" => true,
        "no" or "false" => false,
        var other => throw CliException.Usage($"{option.Name} is '{other}'.", $"Write {option.Name} yes or {option.Name} no."),
    };
}
