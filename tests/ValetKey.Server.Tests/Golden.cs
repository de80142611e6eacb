namespace ValetKey.Server.Tests;

/// <summary>Whole documents, kept in <c>golden/</c> beside the tests. GOLDEN=write rewrites them; the diff is the review.</summary>
internal static class Golden
{
    public static void Matches(string name, string actual)
    {
        if (Environment.GetEnvironmentVariable("GOLDEN") == "write")
        {
            File.WriteAllText(Path.Combine(SourceFolder(), name), actual + "\n");
            return;
        }

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "golden", name)), actual + "\n");
    }

    // The tests run in bin/; what is committed lies beside the project.
    private static string SourceFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ValetKey.Server.Tests.csproj")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("The project's folder was not found."), "golden");
    }
}
