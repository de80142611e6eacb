namespace ValetKey.OAuth;

#pragma warning disable CA1032 // there is no such exception without the problem that it carries
/// <summary>A token store on disk could not be used. Nothing was written over.</summary>
public sealed class TokenStoreException : IOException
{
    /// <param name="problem">Which of the known ones.</param>
    /// <param name="meaning">What is wrong, with the file's name.</param>
    /// <param name="mend">What to do, as an imperative.</param>
    /// <param name="cause">What it came from, if anything.</param>
    public TokenStoreException(TokenStoreProblem problem, string meaning, string mend, Exception? cause = null) : base($"{meaning} {mend}", cause) =>
        (Problem, Meaning, Mend) = (problem, meaning, mend);

    /// <summary>Which of the known ones.</summary>
    public TokenStoreProblem Problem { get; }

    /// <summary>What is wrong, with the file's name.</summary>
    public string Meaning { get; }

    /// <summary>What to do, as an imperative.</summary>
    public string Mend { get; }
}
