using Microsoft.Extensions.Logging;

namespace ValetKey.AspNetCore;

/// <summary>Events 1100-1199.</summary>
internal static partial class OAuth1Log
{
    [LoggerMessage(1101, LogLevel.Information, "Refused {ConsumerKey} at {Path}: {Problem}. {Mend}")]
    public static partial void RequestRefused(this ILogger logger, string consumerKey, string path, string problem, string mend);
}
