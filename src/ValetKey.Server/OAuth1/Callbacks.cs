using ValetKey.OAuth;
using ValetKey.Server.Storage;

namespace ValetKey.Server.OAuth1;

/// <summary>Where a consumer may have the user sent after consent. Decided when the request token is asked for, never later.</summary>
internal sealed class Callbacks(SqlDatabase database)
{
    public const string OutOfBand = "oob";

    private const int Longest = 2048;

    /// <returns>Null when the callback is allowed.</returns>
    public OAuthProblem? Refusal(string consumerKey, string callback)
    {
        if (callback == OutOfBand || IsPlainWebAddress(callback))
        {
            var registered = database.Read(session => session.First("SELECT Callbacks FROM oauth1_consumers WHERE Key = @key", row => row.GetString(0), ("@key", consumerKey))) ?? "";
            return registered.Length == 0 || registered.Split('\n').Any(pattern => Matches(pattern, callback)) ? null
                : OAuthProblem.ParameterRejected("The consumer has not registered this callback.", "oauth_callback") with
                {
                    Mend = $"Send one of the registered callbacks ({string.Join(", ", registered.Split('\n'))}), or register this one.",
                };
        }

        return OAuthProblem.ParameterRejected(
            $"A callback is oob, or an absolute http or https URL of at most {Longest} characters without user information, fragment and unescaped characters.", "oauth_callback");
    }

    /// <summary>A registered callback covers what lies below it; <c>*</c> as the port stands for any port of a loopback address.</summary>
    private static bool Matches(string pattern, string callback)
    {
        if (pattern == OutOfBand || callback == OutOfBand)
        {
            return pattern == callback;
        }

        var anyPort = pattern.Contains(":*/", StringComparison.Ordinal) || pattern.EndsWith(":*", StringComparison.Ordinal);
        var registered = new Uri(anyPort ? pattern.Replace(":*", "", StringComparison.Ordinal) : pattern);
        var sent = new Uri(callback);
        return registered.Scheme == sent.Scheme
            && registered.Host == sent.Host
            && (anyPort ? sent.IsLoopback : registered.Port == sent.Port)
            && (registered.AbsolutePath == sent.AbsolutePath || (registered.AbsolutePath.EndsWith('/') && sent.AbsolutePath.StartsWith(registered.AbsolutePath, StringComparison.Ordinal)));
    }

    private static bool IsPlainWebAddress(string callback) =>
        callback.Length <= Longest
        && callback.All(c => c is > ' ' and < '\x7f' and not ('\\' or '"' or '<' or '>' or '#'))
        && Uri.TryCreate(callback, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0 && uri.Host.Length > 0 && callback.StartsWith(uri.Scheme + "://", StringComparison.Ordinal);
}
