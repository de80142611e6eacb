namespace ValetKey.Cli.Parsing;

/// <summary>What the command line said: options in their order, and the other words.</summary>
internal sealed record Arguments(IReadOnlyList<(Option Option, string Value)> Given, IReadOnlyList<string> Words)
{
    public bool Has(Option option) => Given.Any(g => g.Option == option);

    /// <summary>The last value; <c>null</c> where the option is not there.</summary>
    public string? Value(Option option) => Given.LastOrDefault(g => g.Option == option) is { Option: not null } last ? last.Value : null;

    public IReadOnlyList<string> Values(Option option) => [.. Given.Where(g => g.Option == option).Select(g => g.Value)];

    public int? Number(Option option, int least, int most) => Value(option) is not { } text ? null
        : int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw CliException.Usage($"{option.Name} is '{text}'.", FormattableString.Invariant($"Give a number from {least} to {most}."));
}
