namespace ValetKey.Cli.Tests;

/// <summary>What a test puts around a command instead of a terminal and an environment.</summary>
internal sealed class Around
{
    public Dictionary<string, string> Variables { get; init; } = new(StringComparer.Ordinal);

    public byte[] Input { get; init; } = [];

    public bool IsTerminal { get; init; }

    /// <summary>Lines that the person types unseen.</summary>
    public Queue<string> Typed { get; init; } = new();

    public Func<Uri, CancellationToken, Task> OpenBrowser { get; init; } = (_, _) => throw new InvalidOperationException("There is no browser in this test.");

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
