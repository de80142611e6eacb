using ValetKey.Cli.Output;
using ValetKey.Cli.Parsing;
using ValetKey.OAuth;

namespace ValetKey.Cli.Signing;

/// <summary><c>valetkey sign URL</c>: signs a request and prints what was asked for; nothing is sent.</summary>
internal static class SignCommand
{
    private static readonly Option Print = new("--print", "header (default), base-string, signature or curl", "WHAT") { Choices = ["header", "base-string", "signature", "curl"] };

    public static Command Command { get; } = new("sign", "Sign a request and print the header, the base string, the signature or a curl command. Nothing is sent.")
    {
        Words = ["URL"],
        Options = [.. RequestOptions.All, Print, .. SigningOptions.All, JsonOutput.Option],
        Notes =
        [
            "The header, the signature and the curl command let whoever has them send this request once; with",
            "PLAINTEXT they hold both secrets.",
        ],
        Examples =
        [
            "valetkey sign --consumer-key key --consumer-secret-file secret.txt 'https://api.example.com/items?q=a%20b'",
            "curl -H \"Authorization: $(valetkey sign --token-name batch https://api.example.com/me)\" https://api.example.com/me",
            "valetkey sign -d 'status=Tea & cake' --consumer-key key --print base-string https://api.example.com/update",
        ],
        Run = RunAsync,
    };

    private static async Task<int> RunAsync(Invocation invocation, CancellationToken stop)
    {
        using var request = await RequestOptions.ReadAsync(invocation, stop);
        var credentials = await SigningOptions.ReadAsync(invocation, request.RequestUri!, stop);
        await credentials.AuthorizeAsync(request, stop);
        var output = invocation.Shell.Out;
        if (invocation.Arguments.Has(JsonOutput.Option))
        {
            var signed = new SignedView(request.Method.Method, request.RequestUri!.AbsoluteUri, request.Headers.Authorization?.ToString(),
                credentials.Explain(request).BaseString, await SignatureOfAsync(request, stop), await CurlText.OfAsync(request, stop));
            JsonOutput.Write(output, signed, JsonOutput.Types.SignedView);
            return ExitCode.Fine;
        }

        output.WriteLine(invocation.Arguments.Value(Print) switch
        {
            null or "header" => request.Headers.Authorization?.ToString()
                ?? throw CliException.Usage("There is no header: the parameters travel elsewhere.", "Use --print curl, or --in header."),
            "base-string" => credentials.Explain(request).BaseString,
            "signature" => await SignatureOfAsync(request, stop),
            "curl" => await CurlText.OfAsync(request, stop),
            var other => throw CliException.Usage($"--print is '{other}'.", "Use header, base-string, signature or curl."),
        });
        return ExitCode.Fine;
    }

    // From where it travels, since an explanation masks the one of PLAINTEXT.
    private static async Task<string> SignatureOfAsync(HttpRequestMessage request, CancellationToken stop)
    {
        var parameters = request.Headers.Authorization?.ToString() is { } header && AuthorizationHeader.TryParse(header, out var parsed, out _) ? parsed.Parameters : [];
        var form = request.Content?.Headers.ContentType?.MediaType == "application/x-www-form-urlencoded" ? await request.Content.ReadAsStringAsync(stop) : "";
        return parameters.Concat(FormEncoding.Decode(request.RequestUri!.Query.TrimStart('?'))).Concat(FormEncoding.Decode(form))
            .First(p => p.Name == ProtocolParameter.Signature).Value;
    }
}
