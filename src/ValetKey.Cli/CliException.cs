namespace ValetKey.Cli;

#pragma warning disable CA1032 // there is no such exception without a code and a mend
/// <summary>A command cannot go on.</summary>
internal sealed class CliException(int code, string meaning, string mend) : Exception(meaning)
{
    public int Code => code;

    /// <summary>What to do, as an imperative.</summary>
    public string Mend => mend;

    /// <summary>The command line cannot be taken.</summary>
    public static CliException Usage(string meaning, string mend) => new(ExitCode.Usage, meaning, mend);
}
