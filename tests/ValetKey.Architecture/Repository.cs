namespace ValetKey.Architecture;

/// <summary>The files of the repository that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static IEnumerable<Project> Projects(string folder) => Directory
        .EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(Project.Read);

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
