using Microsoft.Extensions.Logging;

namespace ValetKey.Server.Workspace;

/// <summary>Events 1500 to 1599.</summary>
internal static partial class WorkspaceLog
{
    [LoggerMessage(1501, LogLevel.Information, "Loaded the workspace {Name}")]
    public static partial void WorkspaceLoaded(this ILogger logger, string name);

    [LoggerMessage(1502, LogLevel.Warning, "The workspace {Name} says what this version does not serve yet, and it was left out: {Places}")]
    public static partial void WorkspaceNotServed(this ILogger logger, string name, string places);

    [LoggerMessage(1503, LogLevel.Information, "The workspace {Name} has not changed since it was loaded; what the APIs did to it stays (--reset starts from the file again)")]
    public static partial void WorkspaceUnchanged(this ILogger logger, string name);
}
