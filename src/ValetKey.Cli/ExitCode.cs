namespace ValetKey.Cli;

/// <summary>How it went, for scripts; documented in <c>docs/cli.md</c>.</summary>
internal static class ExitCode
{
    public const int Fine = 0;

    /// <summary>The answer was an error, the doctor found a cause, or a file could not be used.</summary>
    public const int Failed = 1;

    /// <summary>The command line, a setting, or what was read from a file cannot be taken.</summary>
    public const int Usage = 2;

    /// <summary>401, 403, or the user said no.</summary>
    public const int NotAllowed = 3;

    /// <summary>404, or no token or user of that name.</summary>
    public const int NotFound = 4;

    /// <summary>No answer: the host could not be reached, or took too long.</summary>
    public const int NoAnswer = 5;

    /// <summary>Ctrl+C, as shells have it.</summary>
    public const int Interrupted = 130;

    public static int OfStatus(int status) => status switch
    {
        < 400 => Fine,
        401 or 403 => NotAllowed,
        404 or 410 => NotFound,
        _ => Failed,
    };
}
