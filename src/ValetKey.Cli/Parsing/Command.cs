namespace ValetKey.Cli.Parsing;

/// <summary>A command, or a group of them.</summary>
/// <param name="Name">The word on the command line.</param>
/// <param name="Summary">What it does, as a sentence.</param>
internal sealed record Command(string Name, string Summary)
{
    public IReadOnlyList<Command> Subcommands { get; init; } = [];

    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>What stands without an option, as the help shows it: <c>URL</c>, <c>[NAME…]</c>.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Whole command lines.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>What else is to be known, in lines.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Gives the exit code; <c>null</c> for a group.</summary>
    public Func<Invocation, CancellationToken, Task<int>>? Run { get; init; }

    /// <summary>How many words it needs, and how many it takes at most.</summary>
    public (int Least, int Most) Count => (Words.Count(w => w[0] != '['), Words.Any(w => w.Contains('…', StringComparison.Ordinal)) ? int.MaxValue : Words.Count);
}
