using ValetKey.Cli.Output;
using ValetKey.Cli.Parsing;
using ValetKey.Cli.Signing;
using ValetKey.Cli.Tokens;
using ValetKey.GData.Provisioning;

namespace ValetKey.Cli.Users;

/// <summary><c>valetkey users …</c>: the users of a domain, for batch jobs.</summary>
internal static class UserCommands
{
    private static readonly Option Yes = new("--yes", "Delete without asking", Short: "-y");

    public static Command Group { get; } = new("users", "The users of a domain, for its administrators: list, get, create, update, suspend, restore, delete.")
    {
        Subcommands =
        [
            new("list", "List all users by name.") { Options = Options(), Examples = ["valetkey users list --domain example.com --json"], Run = ListAsync },
            new("get", "Show a user.") { Words = ["USER"], Options = Options(), Examples = ["valetkey users get liz --token-name batch"], Run = On((client, user, stop) => client.RetrieveUserAsync(user, stop)) },
            new("create", "Create a user; the password is asked for where it is not given.")
            {
                Words = ["USER"], Options = Options(UserChange.ForCreate), Examples = ["valetkey users create liz --given-name Liz --family-name Bennet --password-file liz.txt"], Run = CreateAsync,
            },
            new("update", "Change what is given of a user, and nothing else.")
            {
                Words = ["USER"], Options = Options(UserChange.ForUpdate), Examples = ["valetkey users update liz --family-name Darcy"], Run = UpdateAsync,
            },
            new("suspend", "Keep a user from signing in.") { Words = ["USER"], Options = Options(), Examples = ["valetkey users suspend liz"], Run = On((client, user, stop) => client.SuspendUserAsync(user, stop)) },
            new("restore", "Let a suspended user sign in again.") { Words = ["USER"], Options = Options(), Examples = ["valetkey users restore liz"], Run = On((client, user, stop) => client.RestoreUserAsync(user, stop)) },
            new("delete", "Delete a user.") { Words = ["USER"], Options = Options(Yes), Examples = ["valetkey users delete liz --yes"], Run = DeleteAsync },
        ],
    };

    private static async Task<int> ListAsync(Invocation invocation, CancellationToken stop)
    {
        var (client, _) = await UserOptions.OpenAsync(invocation, stop);
        using var apps = client;
        List<UserView> users = [];
        await foreach (var user in apps.RetrieveUsersAsync(stop))
        {
            users.Add(UserView.Of(user));
            if (users.Count % 100 == 1)
            {
                invocation.Shell.Progress(FormattableString.Invariant($"{users.Count - 1} users ..."));
            }
        }

        invocation.Shell.Progress("");
        if (invocation.Arguments.Has(JsonOutput.Option))
        {
            JsonOutput.Write(invocation.Shell.Out, users, JsonOutput.Types.IReadOnlyListUserView);
        }
        else
        {
            Table.Write(invocation.Shell, ["USER", "NAME", "STATE"],
                [.. users.Select(u => (IReadOnlyList<string>)[u.UserName ?? "-", $"{u.GivenName} {u.FamilyName}".Trim(), $"{(u.Suspended == true ? "suspended" : "active")}{(u.Admin == true ? ", administrator" : "")}"])]);
        }

        return ExitCode.Fine;
    }

    private static async Task<int> CreateAsync(Invocation invocation, CancellationToken stop)
    {
        var name = invocation.Arguments.Words[0];
        var password = await SecretOptions.Password.RequireAsync(invocation, stop);
        var (client, _) = await UserOptions.OpenAsync(invocation, stop);
        using var apps = client;
        Write(invocation, await apps.CreateUserAsync(UserChange.On(new UserEntry { Login = new(name) }, invocation.Arguments, password), stop));
        return ExitCode.Fine;
    }

    private static async Task<int> UpdateAsync(Invocation invocation, CancellationToken stop)
    {
        var password = invocation.Arguments.Has(SecretOptions.Password.Given) || invocation.Arguments.Has(SecretOptions.Password.InFile)
            ? await SecretOptions.Password.FindAsync(invocation, stop) : null;
        var (client, _) = await UserOptions.OpenAsync(invocation, stop);
        using var apps = client;
        var user = await apps.RetrieveUserAsync(invocation.Arguments.Words[0], stop);
        var changed = UserChange.On(user, invocation.Arguments, password);
        Write(invocation, changed == user ? throw CliException.Usage("Nothing is to be changed.", "Give what is, such as --family-name Darcy.") : await apps.UpdateUserAsync(changed, stop));
        return ExitCode.Fine;
    }

    private static async Task<int> DeleteAsync(Invocation invocation, CancellationToken stop)
    {
        var name = invocation.Arguments.Words[0];
        var (client, domain) = await UserOptions.OpenAsync(invocation, stop);
        using var apps = client;
        if (!invocation.Arguments.Has(Yes))
        {
            if (!invocation.Shell.InputIsTerminal || !invocation.Shell.ErrorIsTerminal)
            {
                throw CliException.Usage($"Nobody can be asked whether to delete {name} of {domain}.", "Add --yes.");
            }

            invocation.Shell.Error.Write($"Delete {name} of {domain}, with all that is theirs? Type yes: ");
            if (await invocation.Shell.ReadLineAsync(stop) is not ("yes" or "YES"))
            {
                throw new CliException(ExitCode.NotAllowed, $"{name} was not deleted.", "");
            }
        }

        await apps.DeleteUserAsync(name, stop);
        TokenCommands.WriteRemoved(invocation, name, $"{name} of {domain} is deleted.");
        return ExitCode.Fine;
    }

    private static Func<Invocation, CancellationToken, Task<int>> On(Func<AppsClient, string, CancellationToken, Task<UserEntry>> act) => async (invocation, stop) =>
    {
        var (client, _) = await UserOptions.OpenAsync(invocation, stop);
        using var apps = client;
        Write(invocation, await act(apps, invocation.Arguments.Words[0], stop));
        return ExitCode.Fine;
    };

    private static void Write(Invocation invocation, UserEntry user)
    {
        var view = UserView.Of(user);
        if (invocation.Arguments.Has(JsonOutput.Option))
        {
            JsonOutput.Write(invocation.Shell.Out, view, JsonOutput.Types.UserView);
            return;
        }

        invocation.Shell.Out.WriteLine($"{view.UserName}: {view.GivenName} {view.FamilyName}".TrimEnd());
        invocation.Shell.Out.WriteLine($"  state     {(view.Suspended == true ? "suspended" : "active")}{(view.Admin == true ? ", administrator" : "")}");
        if (view.QuotaMegabytes is { } quota)
        {
            invocation.Shell.Out.WriteLine(FormattableString.Invariant($"  quota     {quota} MB"));
        }
    }

    private static List<Option> Options(params IEnumerable<Option> own) => [.. own, .. UserOptions.All, JsonOutput.Option];
}
