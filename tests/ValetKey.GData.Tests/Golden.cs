namespace ValetKey.GData.Tests;

/// <summary>Whole documents, kept beside the tests. GOLDEN=write rewrites them; the diff is the review.</summary>
internal static class Golden
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "golden");

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name));

    public static void Matches(string name, string actual)
    {
        if (Environment.GetEnvironmentVariable("GOLDEN") == "write")
        {
            File.WriteAllText(Path.Combine(SourceFolder(), name), actual + "\n");
            File.WriteAllText(Path.Combine(Folder, name), actual + "\n");
            return;
        }

        Assert.Equal(Text(name), actual + "\n");
    }

    // The tests run in bin/; what is committed lies beside the project.
    private static string SourceFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ValetKey.GData.Tests.csproj")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("The project's folder was not found."), "golden");
    }
}
