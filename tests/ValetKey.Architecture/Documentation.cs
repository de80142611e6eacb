using System.Text.RegularExpressions;

namespace ValetKey.Architecture;

/// <summary>No code in a page that was not compiled: what README and docs show in C# stands in a sample, line by line.</summary>
public sealed partial class Documentation
{
    [Fact]
    public void Shows_code_of_the_samples_alone()
    {
        var samples = Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText).ToList();
        var fences = Directory.EnumerateFiles(Repository.Root, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories))
            .SelectMany(page => Fence().Matches(File.ReadAllText(page)).Select(fence => (Page: Path.GetFileName(page), Code: fence.Groups["code"].Value)))
            .ToList();
        Assert.NotEmpty(fences);
        Assert.All(fences, fence => Assert.Contains(samples, sample => sample.Contains(fence.Code, StringComparison.Ordinal)));
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
