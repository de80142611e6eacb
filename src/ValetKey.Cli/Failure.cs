using ValetKey.GData.Protocol;
using ValetKey.OAuth;

namespace ValetKey.Cli;

/// <summary>What went wrong, for people and for scripts.</summary>
/// <param name="Code">One of <see cref="ExitCode"/>.</param>
/// <param name="Meaning">What is wrong.</param>
/// <param name="Mend">What to do; empty where the meaning says it.</param>
internal sealed record Failure(int Code, string Meaning, string Mend)
{
    /// <returns><c>null</c> for a fault of this program itself.</returns>
    public static Failure? Of(Exception wrong, CancellationToken stop) => wrong switch
    {
        OperationCanceledException when stop.IsCancellationRequested => new(ExitCode.Interrupted, "Stopped.", ""),
        OperationCanceledException => new(ExitCode.NoAnswer, "The server took too long to answer.", "Try again, or give another address."),
        CliException told => new(told.Code, told.Message, told.Mend),
        TokenStoreException { Problem: TokenStoreProblem.WrongKey } store => new(ExitCode.Failed, store.Meaning, $"{store.Mend} valetkey takes it from VALETKEY_PASSPHRASE, --passphrase-file or --key-file."),
        TokenStoreException store => new(ExitCode.Failed, store.Meaning, store.Mend),
        NoTokenForScopeException none => new(ExitCode.NotFound, none.Message, "Name one with --token-name; valetkey token list shows what is there."),
        OAuth1Exception refused => Of(refused.Problem),
        OAuth2Exception refused => new(ExitCode.NotAllowed, $"{refused.Error.Code}: {refused.Error.Description}", refused.Error.Mend),
        GDataException refused => new(ExitCode.OfStatus(refused.Status), refused.Error.ToString(), refused.Mend),
        HttpRequestException lost => new(ExitCode.NoAnswer, OneLine(lost.Message), "Check the address and the network."),
        FormatException unreadable => new(ExitCode.Usage, OneLine(unreadable.Message), ""),
        ArgumentException refused => new(ExitCode.Usage, OneLine(refused.Message.Split(" (Parameter '")[0]), ""),
        InvalidOperationException refused => new(ExitCode.Usage, OneLine(refused.Message), ""),
        IOException or UnauthorizedAccessException => new(ExitCode.Failed, OneLine(wrong.Message), "Check the path and its permissions."),
        _ => null,
    };

    public static Failure Of(OAuthProblem problem) =>
        new(problem.Status is 401 or 403 || problem.Code is "permission_denied" ? ExitCode.NotAllowed : ExitCode.Failed, $"{problem.Code}: {problem.Meaning}", problem.Mend);

    private static string OneLine(string text) => string.Join(' ', text.Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
