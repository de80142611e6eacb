using Microsoft.Extensions.Configuration.Memory;

namespace ValetKey.App;

/// <summary>Settings that hold unless a file, the environment or the command line says otherwise.</summary>
internal static class Defaults
{
    /// <summary>Settings of the host itself: its files are read once, so that no watcher of the system is taken for them.</summary>
    public static IReadOnlyList<string> Host { get; } = ["--hostBuilder:reloadConfigOnChange=false"];

    public static void Apply(IConfigurationBuilder configuration) => configuration.Sources.Insert(0, new MemoryConfigurationSource
    {
        InitialData = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["urls"] = "http://127.0.0.1:8080",
            ["Logging:LogLevel:Default"] = "Information",
            ["Logging:LogLevel:Microsoft"] = "Warning",
            ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",  // its warning: keys lie in a folder of this user alone
            ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning",     // the notice at start says more, and says it better
            ["Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host"] = "Critical", // a refused start is told once, by StartRefusal
        },
    });
}
