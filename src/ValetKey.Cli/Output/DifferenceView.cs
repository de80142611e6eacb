namespace ValetKey.Cli.Output;

/// <summary>Where two base strings part, with some characters of each around it.</summary>
internal sealed record DifferenceView(int Position, string Server, string Client, string Origin);
