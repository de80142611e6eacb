namespace ValetKey.EndToEnd.Processes;

/// <summary>
/// A program of <c>clients/</c>: another library's client, unmodified, as Debian or npm ship it. Each prints the address that a person must
/// open, reads the address that the person was sent back to, and prints what it then read from the server.
/// </summary>
internal static class ClientProgram
{
    /// <summary>By their full paths: whatever else is called python3 on the machine, this one has Debian's packages.</summary>
    private static readonly Dictionary<string, string[]> Interpreters = new(StringComparer.Ordinal)
    {
        [".py"] = ["/usr/bin/python3", "-I"],          // neither the user's packages nor another environment's
        [".rb"] = ["/usr/bin/ruby"],
        [".pl"] = ["/usr/bin/perl"],
        [".php"] = ["/usr/bin/php"],
        [".mjs"] = [NodeOnThePath()],
    };

    public static async Task<ChildProcess> StartAsync(string name, Uri origin, IEnumerable<(string Name, string Value)> settings, CancellationToken stop)
    {
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ORIGIN"] = origin.GetLeftPart(UriPartial.Authority),
            ["OAUTHLIB_INSECURE_TRANSPORT"] = "1",      // plain HTTP on loopback
            ["NO_PROXY"] = "127.0.0.1",
        };
        foreach (var (key, value) in settings)
        {
            environment[key] = value;
        }

        var source = Repository.PathOf($"tests/ValetKey.EndToEnd/clients/{name}");
        return Path.GetExtension(name) == ".c"
            ? ChildProcess.Start(await CompiledAsync(source, stop), [], environment)
            : ChildProcess.Start(Interpreters[Path.GetExtension(name)][0], [.. Interpreters[Path.GetExtension(name)].Skip(1), source], environment);
    }

    private static async Task<string> CompiledAsync(string source, CancellationToken stop)
    {
        var program = Path.Combine(AppContext.BaseDirectory, Path.GetFileNameWithoutExtension(source) + "-client");
        var library = Path.GetFileNameWithoutExtension(source)["lib".Length..];
        await using var compiler = ChildProcess.Start("/usr/bin/gcc", ["-O1", "-Wall", "-o", program, source, $"-l{library}"], new Dictionary<string, string?>(StringComparer.Ordinal));
        Assert.True(await compiler.WaitForExitAsync(stop) == 0, compiler.Output);
        return program;
    }

    private static string NodeOnThePath() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "node")).FirstOrDefault(File.Exists) ?? "/usr/bin/node";
}
