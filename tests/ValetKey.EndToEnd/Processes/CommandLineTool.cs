namespace ValetKey.EndToEnd.Processes;

/// <summary><c>valetkey</c> as it is shipped: compiled to machine code, once for all tests of a class.</summary>
public sealed class CommandLineTool : IAsyncLifetime
{
    private static readonly TimeSpan CompileLimit = TimeSpan.FromMinutes(8);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("valetkey-");

    private string Program => Path.Combine(_folder.FullName, "valetkey");

    public async ValueTask InitializeAsync()
    {
        await using var compiler = ChildProcess.Start(
            OnThePath("dotnet"),
            ["publish", Repository.PathOf("src/ValetKey.Cli/ValetKey.Cli.csproj"), "-c", "Release", "-o", _folder.FullName, "--nologo", "-v", "q", "--nodereuse:false",
                "-p:UseSharedCompilation=false", "-p:CppCompilerAndLinker=gcc", "-p:RunAnalyzers=false", "-p:DebugType=none"],
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["MSBuildSDKsPath"] = null, ["MSBuildExtensionsPath"] = null, ["MSBUILD_EXE_PATH"] = null });      // of whoever runs the tests
        Assert.True(await compiler.WaitForExitAsync(TestContext.Current.CancellationToken, CompileLimit) == 0, compiler.Output);
    }

    /// <summary>Starts it with a token store of its own.</summary>
    internal ChildProcess Start(Uri origin, string store, params IEnumerable<string> words) => ChildProcess.Start(Program, words, new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["VALETKEY_GOOGLE"] = origin.GetLeftPart(UriPartial.Authority),
        ["VALETKEY_TOKENS"] = Path.Combine(_folder.FullName, store, "tokens.vk"),
        ["VALETKEY_CONSUMER_SECRET"] = Demo.ConsumerSecret,
        ["DBUS_SESSION_BUS_ADDRESS"] = null,        // no test writes into the keychain of whoever runs it
        ["NO_PROXY"] = "127.0.0.1",
    });

    /// <summary>Runs it to its end.</summary>
    internal async Task<(int Code, string Output)> RunAsync(Uri origin, string store, params IEnumerable<string> words)
    {
        await using var tool = Start(origin, store, words);
        var code = await tool.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (code, tool.Output);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string OnThePath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, name)).First(File.Exists);
}
