using ValetKey.Cli.Output;
using ValetKey.Cli.Parsing;
using ValetKey.OAuth;

namespace ValetKey.Cli.Signing;

/// <summary><c>valetkey doctor FILE</c>: says why a signature is refused.</summary>
internal static class DoctorCommand
{
    private static readonly Option Key = new("--key", "The consumer's RSA key, public or private, or its certificate, as PEM", "FILE");
    private static readonly Option Now = new("--now", "The server's clock when the request came, in seconds since 1970; the time is not judged without it", "UNIX");
    private static readonly Option Forwarded = new("--forwarded", "A header that a proxy added, such as 'X-Forwarded-Proto: https'; may repeat", "'NAME: VALUE'");
    private static readonly Option TrustProxy = new("--trust-proxy", "The server believes those headers");
    private static readonly Option UsedNonce = new("--used-nonce", "A nonce that the server took before, with its timestamp; may repeat", "TIMESTAMP:NONCE");
    private static readonly Option Answer = new("--answer", "The body of the refusal: a base string in it is compared", "FILE");
    private static readonly Option OtherHost = new("--other-host", "Another name by which the client may know the server; may repeat", "HOST");

    public static Command Command { get; } = new("doctor", "Say why the signature of a request is refused, and what to change.")
    {
        Words = ["FILE"],
        Options =
        [
            SecretOptions.ConsumerSecret.Given, SecretOptions.ConsumerSecret.InFile, SecretOptions.TokenSecret.Given, SecretOptions.TokenSecret.InFile,
            Key, Now, Forwarded, TrustProxy, UsedNonce, Answer, OtherHost, JsonOutput.Option,
        ],
        Notes =
        [
            "FILE, or - for standard input, holds the request as raw HTTP, a curl command, a HAR file or entry, or the",
            "Authorization header with method and address. Nothing is run, and nothing is sent.",
            "The exit code is 0 where nothing is wrong, and 1 where a cause was found.",
        ],
        Examples = ["valetkey doctor refused.txt --consumer-secret-file secret.txt --token-secret ''", "pbpaste | valetkey doctor - --json"],
        Run = RunAsync,
    };

    private static async Task<int> RunAsync(Invocation invocation, CancellationToken stop)
    {
        var arguments = invocation.Arguments;
        var request = DoctorInput.Read(await invocation.Shell.ReadTextAsync(arguments.Words[0], stop));
        using var key = arguments.Value(Key) is { } file ? DoctorSecrets.ReadRsaKey(await invocation.Shell.ReadTextAsync(file, stop)) : null;
        var diagnosis = SignatureDoctor.Examine(
            request,
            new()
            {
                ConsumerSecret = await SecretOptions.ConsumerSecret.FindAsync(invocation, stop),
                TokenSecret = await SecretOptions.TokenSecret.FindAsync(invocation, stop),
                RsaKey = key,
            },
            new()
            {
                Now = NowOf(arguments),
                ForwardedHeaders = [.. arguments.Values(Forwarded).Select(HeaderOf)],
                ProxyTrusted = arguments.Has(TrustProxy),
                UsedNonces = [.. arguments.Values(UsedNonce).Select(NonceOf)],
                ErrorBody = arguments.Value(Answer) is { } answer ? await invocation.Shell.ReadTextAsync(answer, stop) : null,
                OtherHosts = arguments.Values(OtherHost),
            });
        if (arguments.Has(JsonOutput.Option))
        {
            JsonOutput.Write(invocation.Shell.Out, DiagnosisView.Of(diagnosis), JsonOutput.Types.DiagnosisView);
        }
        else
        {
            DiagnosisText.Write(invocation.Shell, diagnosis);
        }

        return diagnosis.IsFine ? ExitCode.Fine : ExitCode.Failed;
    }

    private static DateTimeOffset? NowOf(Arguments arguments) => arguments.Value(Now) is not { } text ? null
        : long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw CliException.Usage($"--now is '{text}'.", "Write it in seconds since 1970, as date +%s prints them.");

    private static Parameter HeaderOf(string text) => text.IndexOf(':', StringComparison.Ordinal) is var at and > 0 ? new(text[..at].Trim(), text[(at + 1)..].Trim())
        : throw CliException.Usage($"--forwarded is '{text}'.", "Write it as --forwarded 'X-Forwarded-Proto: https'.");

    private static SeenNonce NonceOf(string text) => text.IndexOf(':', StringComparison.Ordinal) is var at and > 0 ? new(text[..at], text[(at + 1)..])
        : throw CliException.Usage($"--used-nonce is '{text}'.", "Write it as --used-nonce 1700000000:the-nonce.");
}
