namespace ValetKey.Architecture;

/// <summary>What the compiled code refers to, however its project file reads.</summary>
public sealed class CompiledDirections
{
    [Fact]
    public void Keep_the_oauth_package_on_the_base_class_library_alone() => Assert.All(ReferencesOf("ValetKey.OAuth"),
        name => Assert.True(IsBaseClassLibrary(name), name));

    [Fact]
    public void Keep_the_data_package_on_the_oauth_package_and_the_base_class_library() => Assert.All(ReferencesOf("ValetKey.GData"),
        name => Assert.True(name == "ValetKey.OAuth" || IsBaseClassLibrary(name), name));

    [Fact]
    public void Keep_the_package_for_servers_on_the_oauth_package_and_the_framework() => Assert.All(ReferencesOf("ValetKey.AspNetCore"),
        name => Assert.True(name == "ValetKey.OAuth" || name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) || name == "Microsoft.Net.Http.Headers", name));

    [Fact]
    public void Keep_the_command_line_on_the_client_packages_and_the_base_class_library() => Assert.All(ReferencesOf("ValetKey.Cli"),
        name => Assert.True(name is "ValetKey.OAuth" or "ValetKey.GData" || name.StartsWith("System.", StringComparison.Ordinal), name));

    [Theory]
    [InlineData("ValetKey.Playground")]
    [InlineData("ValetKey.GData")]
    public void Keep_clients_off_the_package_for_servers(string client) => Assert.DoesNotContain("ValetKey.AspNetCore", ReferencesOf(client));

    [Fact]
    public void Never_show_the_server_to_the_playground() => Assert.DoesNotContain(ReferencesOf("ValetKey.Playground"), name => name == "ValetKey.Server");

    [Fact]
    public void Keep_the_pages_free_of_every_other_room() => Assert.DoesNotContain(ReferencesOf("ValetKey.Pages"),
        name => name.StartsWith("ValetKey", StringComparison.OrdinalIgnoreCase));

    /// <remarks>Win32Exception, which a program that cannot be started throws everywhere, stands in Microsoft.Win32.Primitives.</remarks>
    private static bool IsBaseClassLibrary(string name) => name == "Microsoft.Win32.Primitives" || name.StartsWith("System.", StringComparison.Ordinal);

    private static IEnumerable<string> ReferencesOf(string project) => Code.Assemblies[project].GetReferencedAssemblies().Select(name => name.Name!);
}
