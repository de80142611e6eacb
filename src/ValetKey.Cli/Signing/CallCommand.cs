using System.Net;
using ValetKey.Cli.Output;
using ValetKey.Cli.Parsing;
using ValetKey.Cli.Tokens;
using ValetKey.OAuth;

namespace ValetKey.Cli.Signing;

/// <summary><c>valetkey call URL</c>: signs a request, sends it, and prints the answer.</summary>
internal static class CallCommand
{
    private static readonly Option Include = new("--include", "Print the answer's status line and headers, too", Short: "-i");
    private static readonly Option Out = new("--output", "Write the answer's body to a file", "FILE", "-o");
    private static readonly Option NoRedirects = new("--no-redirects", "Follow no redirects. Followed ones are signed anew, and never on another host");

    public static Command Command { get; } = new("call", "Sign a request, send it, and print the answer. A kept token signs, or the consumer and token that are given.")
    {
        Words = ["URL"],
        Options = [.. RequestOptions.All, Include, Out, NoRedirects, .. SigningOptions.All, JsonOutput.Option],
        Notes =
        [
            "An answer of 400 and above is printed like any other, and told by the exit code: 3 for 401 and 403,",
            "4 for 404, 1 for the rest. Addresses of Google go to where VALETKEY_GOOGLE says.",
        ],
        Examples =
        [
            "valetkey call --token-name batch https://apps-apis.google.com/a/feeds/example.com/user/2.0/liz",
            "valetkey call -X PUT -H 'Content-Type: application/json' -d @item.json -i https://api.example.com/items/1",
        ],
        Run = RunAsync,
    };

    private static async Task<int> RunAsync(Invocation invocation, CancellationToken stop)
    {
        using var request = await RequestOptions.ReadAsync(invocation, stop);
        var asked = request.RequestUri!;
        if (!request.Headers.Contains("User-Agent"))
        {
            request.Headers.UserAgent.ParseAdd($"valetkey/{CommandLineProgram.Version}");
        }

        request.RequestUri = Google.Of(invocation.Shell).Hosts.Locate(asked);
        invocation.Shell.Progress($"Calling {request.RequestUri.Host} ...");
        using var client = new HttpClient(await HandlerAsync(invocation, asked, stop));
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        invocation.Shell.Progress("");
        if (invocation.Arguments.Has(JsonOutput.Option))
        {
            var headers = answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
            JsonOutput.Write(invocation.Shell.Out, new((int)answer.StatusCode, answer.ReasonPhrase ?? "", headers, await answer.Content.ReadAsStringAsync(stop)), JsonOutput.Types.AnswerView);
        }
        else
        {
            await WriteAsync(invocation, answer, stop);
        }

        return ExitCode.OfStatus((int)answer.StatusCode);
    }

    private static async Task WriteAsync(Invocation invocation, HttpResponseMessage answer, CancellationToken stop)
    {
        var shell = invocation.Shell;
        if (invocation.Arguments.Has(Include))
        {
            shell.Out.WriteLine($"HTTP/{answer.Version} {(int)answer.StatusCode} {answer.ReasonPhrase}");
            foreach (var header in answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated))
            {
                shell.Out.WriteLine($"{header.Key}: {string.Join(", ", header.Value)}");
            }

            shell.Out.WriteLine();
        }

        shell.Flush();
        if (invocation.Arguments.Value(Out) is { } path)
        {
            await using var file = File.Create(path);
            await answer.Content.CopyToAsync(file, stop);
        }
        else
        {
            await answer.Content.CopyToAsync(shell.Output, stop);
            await shell.Output.FlushAsync(stop);
        }

        if (!answer.IsSuccessStatusCode && shell.OutputIsTerminal)
        {
            shell.Out.WriteLine();
            shell.Flush();
        }
    }

    // The scope of a token is told by the address that was asked for, wherever Google is.
    private static async Task<HttpMessageHandler> HandlerAsync(Invocation invocation, Uri asked, CancellationToken stop)
    {
        if (StoreOptions.Names(invocation) || !ConsumerOptions.AreGiven(invocation))
        {
            var kept = await StoreOptions.ChooseAsync(invocation, asked, stop);
            if (kept.Token is OAuth2Token token)
            {
                var store = await StoreOptions.OpenAsync(invocation, stop);
                var credentials = OAuth2Owner.Client(invocation.Shell, kept).With(token, (fresh, waiting) => store.SaveAsync(kept with { Token = fresh }, waiting));
                return new BearerHandler(credentials) { InnerHandler = Sending.Handler() };
            }
        }

        return new OAuth1Handler(await SigningOptions.ReadAsync(invocation, asked, stop), Sending.Handler()) { FollowRedirects = !invocation.Arguments.Has(NoRedirects) };
    }

    /// <summary>Puts the bearer token on, and once more after a renewal.</summary>
    private sealed class BearerHandler(OAuth2Credentials credentials) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await credentials.AuthorizeAsync(request, cancellationToken);
            var answer = await base.SendAsync(request, cancellationToken);
            if (answer.StatusCode != HttpStatusCode.Unauthorized || !await credentials.RefreshAsync(request, cancellationToken))
            {
                return answer;
            }

            answer.Dispose();
            await credentials.AuthorizeAsync(request, cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
