using ValetKey.EndToEnd.Processes;

namespace ValetKey.EndToEnd;

/// <summary>A script of <c>python/</c> under Debian's own Python, with nothing but Debian's packages.</summary>
internal static class PythonScript
{
    /// <summary>Whatever else is called python3 on the machine, this one has Debian's packages.</summary>
    private const string Interpreter = "/usr/bin/python3";

    public static ChildProcess Start(string script, Uri origin, params IEnumerable<(string Name, string Value)> settings)
    {
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ORIGIN"] = origin.GetLeftPart(UriPartial.Authority),
            ["OAUTHLIB_INSECURE_TRANSPORT"] = "1",      // plain HTTP on loopback
            ["NO_PROXY"] = "127.0.0.1",
        };
        foreach (var (name, value) in settings)
        {
            environment[name] = value;
        }

        // -I: neither the user's packages nor another environment's.
        return ChildProcess.Start(Interpreter, ["-I", Repository.PathOf($"tests/ValetKey.EndToEnd/python/{script}")], environment);
    }
}
