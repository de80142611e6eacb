namespace ValetKey.EndToEnd.Processes;

/// <summary>The files of the repository that the tests were built from.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();

    /// <summary>Debug or Release: as the tests themselves were built.</summary>
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public static string PathOf(string path) => Path.Combine(Root, path);

    /// <summary>The program of a built project.</summary>
    public static string ProgramOf(string project, string name) => Path.Combine(Root, project, "bin", Configuration, "net10.0", name);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ValetKey.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No ValetKey.slnx above {AppContext.BaseDirectory}: run the tests where they were built.");
    }
}
