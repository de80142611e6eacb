namespace ValetKey.Server.Workspace.Reading;

/// <summary>What was found while a file is read and applied: all that is wrong, up to a limit, and what this version does not serve yet.</summary>
internal sealed class WorkspaceReport(string file)
{
    private const int MostProblems = 50;

    private readonly List<WorkspaceProblem> problems = [];
    private readonly List<Place> notServed = [];
    private bool hasMore;

    /// <summary>What the file says and this version does not serve yet.</summary>
    public IReadOnlyList<Place> NotServed => notServed;

    public void Add(Place place, string what, string mend)
    {
        if (problems.Count < MostProblems)
        {
            problems.Add(new WorkspaceProblem(place, what, mend));
        }
        else
        {
            hasMore = true;
        }
    }

    public void AddNotServed(Place place) => notServed.Add(place);

    /// <exception cref="WorkspaceException">Something is wrong.</exception>
    public void ThrowIfAny()
    {
        if (problems.Count > 0)
        {
            throw new WorkspaceException(file, [.. problems.OrderBy(p => p.Place.Line)], hasMore);
        }
    }
}
