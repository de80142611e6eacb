using Microsoft.Extensions.Logging;

namespace ValetKey.Server.Accounts;

/// <summary>Events 1000-1099. What was typed as an address is not logged, since people type passwords there.</summary>
internal static partial class AccountsLog
{
    [LoggerMessage(1001, LogLevel.Information, "Sign-in refused: no such account and password.")]
    public static partial void SignInRefused(this ILogger logger);

    [LoggerMessage(1002, LogLevel.Warning, "Sign-in refused: too many wrong passwords for one account.")]
    public static partial void SignInResting(this ILogger logger);

    [LoggerMessage(1003, LogLevel.Information, "Sign-in refused: {Email} is suspended.")]
    public static partial void SignInSuspended(this ILogger logger, string email);
}
