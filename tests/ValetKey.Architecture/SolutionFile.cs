using System.Xml.Linq;

namespace ValetKey.Architecture;

/// <summary>One build builds everything.</summary>
public sealed class SolutionFile
{
    [Theory]
    [InlineData("src")]
    [InlineData("samples")]
    [InlineData("tests")]
    public void Names_every_project(string folder) => Breaches.None(Repository.Projects(folder).Select(project => project.Path).Except(Named(), StringComparer.Ordinal));

    [Fact]
    public void Names_no_project_that_is_gone() => Assert.All(Named(), path => Assert.True(File.Exists(Path.Combine(Repository.Root, path)), path));

    private static IEnumerable<string> Named() => XDocument.Load(Path.Combine(Repository.Root, "ValetKey.slnx"))
        .Descendants("Project").Select(project => (string)project.Attribute("Path")!);
}
