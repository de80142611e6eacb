namespace ValetKey.Architecture;

/// <summary>Arrows between projects point one way: OAuth, then GData and AspNetCore, then what uses them.</summary>
public sealed class ProjectDirections
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["ValetKey.OAuth"] = [],
        ["ValetKey.AspNetCore"] = ["ValetKey.OAuth"],
        ["ValetKey.GData"] = ["ValetKey.OAuth"],
        ["ValetKey.Cli"] = ["ValetKey.GData", "ValetKey.OAuth"],
        ["ValetKey.Pages"] = [],
        ["ValetKey.Playground"] = ["ValetKey.GData", "ValetKey.OAuth", "ValetKey.Pages"],
        ["ValetKey.Server"] = ["ValetKey.AspNetCore", "ValetKey.GData", "ValetKey.OAuth", "ValetKey.Pages"],
        ["ValetKey.App"] = ["ValetKey.Playground", "ValetKey.Server"],
    };

    public static TheoryData<string> Sources => [.. Repository.Projects("src").Select(project => project.Name)];

    [Theory, MemberData(nameof(Sources))]
    public void Lead_from_each_project_only_to_those_below_it(string name)
    {
        Assert.True(Allowed.TryGetValue(name, out var allowed), $"{name} is new: say in {nameof(ProjectDirections)} what it may reference.");
        Breaches.None(Source(name).References.Except(allowed, StringComparer.Ordinal));
    }

    [Fact]
    public void Have_no_room_that_does_not_exist() => Breaches.None(Allowed.Keys.Except(Repository.Projects("src").Select(project => project.Name), StringComparer.Ordinal));

    [Theory]
    [InlineData("ValetKey.OAuth")]
    [InlineData("ValetKey.GData")]
    [InlineData("ValetKey.Cli")]
    public void Bring_no_package_and_no_web_server_into_the_client_library_and_the_command_line(string name)
    {
        Breaches.None(Source(name).Packages);
        Breaches.None(Source(name).Frameworks);
    }

    [Fact]
    public void Lead_from_the_samples_only_to_the_packages() => Assert.All(Repository.Projects("samples"),
        sample => Breaches.None(sample.References.Except(["ValetKey.AspNetCore", "ValetKey.GData", "ValetKey.OAuth"], StringComparer.Ordinal)));

    [Fact]
    public void Bring_no_package_into_the_package_for_servers() => Breaches.None(Source("ValetKey.AspNetCore").Packages);

    private static Project Source(string name) => Repository.Projects("src").Single(project => project.Name == name);
}
