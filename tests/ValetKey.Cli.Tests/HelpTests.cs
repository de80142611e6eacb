using ValetKey.Cli.Parsing;

namespace ValetKey.Cli.Tests;

public sealed class HelpTests
{
    public static TheoryData<string> Commands => [.. Names(CommandLineProgram.Root, "")];

    [Theory, MemberData(nameof(Commands))]
    public async Task Is_there_for_every_command_and_fits_a_terminal(string command)
    {
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var ran = await Ran.Async([.. words, "--help"]);
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Contains($"Usage: valetkey{(command.Length > 0 ? " " + command : "")}", ran.Output, StringComparison.Ordinal);
        Assert.All(ran.Output.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
        Assert.All(ran.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 130));
    }

    [Theory, MemberData(nameof(Commands))]
    public void Shows_an_example_that_the_parser_takes(string command)
    {
        var path = PathOf(command);
        if (path[^1].Run is null)
        {
            return;
        }

        Assert.NotEmpty(path[^1].Examples);
        var name = CommandLine.NameOf(path);
        Assert.All(path[^1].Examples, example => Assert.Contains(name, example, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Commands))]
    public void Has_no_option_twice(string command)
    {
        var options = PathOf(command)[^1].Options;
        Assert.Equal(options.Count, options.Select(o => o.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(options.Count(o => o.Short is not null), options.Select(o => o.Short).OfType<string>().Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Comes_unasked_for_a_group_alone_with_the_code_for_a_wrong_command_line()
    {
        var ran = await Ran.Async("token");
        Assert.Equal((2, ""), (ran.Code, ran.Output));
        Assert.Contains("Usage: valetkey token COMMAND", ran.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await Ran.Async()).Code);
    }

    private static IEnumerable<string> Names(Command command, string path) => [path, .. command.Subcommands.SelectMany(c => Names(c, $"{path} {c.Name}".Trim()))];

    private static List<Command> PathOf(string names)
    {
        List<Command> path = [CommandLineProgram.Root];
        foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            path.Add(path[^1].Subcommands.Single(c => c.Name == name));
        }

        return path;
    }
}
