namespace ValetKey.App;

/// <summary>The executable's own options, turned into settings. What it does not know it refuses, since a misspelt option must not start a server that looks right.</summary>
/// <param name="Settings">For the configuration; ASP.NET Core's own options and settings with a colon pass through.</param>
/// <param name="Message">What to print instead of starting; null to start.</param>
/// <param name="ExitCode">0 for help and version, 2 for a wrong option.</param>
internal sealed record CommandLine(string[] Settings, string? Message = null, int ExitCode = 0)
{
    private const string Usage = """
        valetkey-server: the local Google and the OAuth Playground

          --urls URL[;URL]    where to listen; http://127.0.0.1:8080 unless said otherwise
          --workspace FILE    load domains, users, clients and data from a YAML or JSON file
          --reset             start empty before the workspace is loaded
          --environment NAME  Development loads the demo workspace into an empty database
          --help, --version

        Settings go by environment, too: ValetKey__DataDirectory, ValetKey__Workspace, OAuth1__TimestampWindow …
        """;


    public static CommandLine Parse(string[] args)
    {
        var settings = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            var (name, value) = args[i].Split('=', 2) is [var before, var after] ? (before, after) : (args[i], null);
            switch (name)
            {
                case "--help" or "-h":
                    return new([], Usage);
                case "--version":
                    return new([], typeof(CommandLine).Assembly.GetName().Version!.ToString(3));
                case "--reset":
                    settings.Add("--ValetKey:Reset=" + (value ?? "true"));
                    break;
                case "--workspace" or "--urls" or "--environment" or "--contentRoot":
                    value ??= ++i < args.Length ? args[i] : null;
                    if (string.IsNullOrEmpty(value))
                    {
                        return Wrong($"{name} needs a value.");
                    }

                    settings.Add((name == "--workspace" ? "--ValetKey:Workspace" : name) + "=" + value);
                    break;
                case var setting when setting.StartsWith("--", StringComparison.Ordinal) && setting.Contains(':', StringComparison.Ordinal) && value is not null:
                    settings.Add(args[i]);
                    break;
                default:
                    return Wrong($"There is no option {name}.");
            }
        }

        return new([.. settings]);
    }

    private static CommandLine Wrong(string what) => new([], $"{what}\n\n{Usage}", ExitCode: 2);
}
