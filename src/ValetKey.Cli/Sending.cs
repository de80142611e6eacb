using System.Net;
using ValetKey.OAuth;

namespace ValetKey.Cli;

/// <summary>How requests are sent, and what a refusal says.</summary>
internal static class Sending
{
    /// <summary>A client that follows no redirect: a signature is for one address.</summary>
    public static HttpClient Client() => new(Handler()) { Timeout = TimeSpan.FromSeconds(100) };

    public static SocketsHttpHandler Handler() => new() { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.All };

    public static CliException Refusal(HttpResponseMessage answer, string body)
    {
        var status = (int)answer.StatusCode;
        var challenge = answer.Headers.NonValidated.TryGetValues("WWW-Authenticate", out var values) ? values.ToString() : null;
        return OAuthProblem.Read(status, body, challenge) is { } problem
            ? new(ExitCode.OfStatus(status), $"The server answered {status}: {problem.Code}. {problem.Meaning}", problem.Mend)
            : new(ExitCode.OfStatus(status), $"The server answered {status} {answer.ReasonPhrase}.", "valetkey doctor says why a signature is refused.");
    }
}
