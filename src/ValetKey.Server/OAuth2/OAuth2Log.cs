using Microsoft.Extensions.Logging;

namespace ValetKey.Server.OAuth2;

/// <summary>Events 1200-1299. Text of others passes through <see cref="Printable"/> first.</summary>
internal static partial class OAuth2Log
{
    [LoggerMessage(1201, LogLevel.Information, "Refused to authorize {ClientId}: {Reason}. {Meaning}")]
    public static partial void AuthorizationRefused(this ILogger logger, string clientId, string reason, string meaning);

    [LoggerMessage(1202, LogLevel.Information, "{Email} denied access to {ClientId}: access_denied")]
    public static partial void AccessDenied(this ILogger logger, string email, string clientId);

    [LoggerMessage(1203, LogLevel.Information, "Refused a consent form of {Email}: {Reason}")]
    public static partial void ConsentRefused(this ILogger logger, string email, string reason);

    [LoggerMessage(1210, LogLevel.Information, "Refused {ClientId} at {Path}: {Reason}. {Meaning}")]
    public static partial void TokenRefused(this ILogger logger, string clientId, string path, string reason, string meaning);

    [LoggerMessage(1211, LogLevel.Warning, "A {Kind} of {ClientId} was used again: what it gave is revoked")]
    public static partial void TokenReused(this ILogger logger, string kind, string clientId);

    [LoggerMessage(1220, LogLevel.Information, "Refused a Bearer token at {Path}: {Reason}")]
    public static partial void BearerRefused(this ILogger logger, string path, string reason);

    [LoggerMessage(1230, LogLevel.Information, "{ClientId} lost its access to user {UserId}: a token was revoked")]
    public static partial void AccessRevoked(this ILogger logger, string clientId, long userId);

    [LoggerMessage(1240, LogLevel.Warning, "Expired rows could not be removed now; the next sweep tries again")]
    public static partial void SweepFailed(this ILogger logger, Exception failed);
}
