using System.Text.Json;
using ValetKey.Cli.Output;
using ValetKey.Cli.Parsing;
using ValetKey.Cli.Signing;
using ValetKey.OAuth;

namespace ValetKey.Cli.Tokens;

/// <summary><c>valetkey token info</c> and <c>revoke</c>: what Google says about a token, and giving it back.</summary>
internal static class TokenService
{
    private static readonly Uri OAuth1Info = new("https://www.google.com/accounts/AuthSubTokenInfo");
    private static readonly Uri OAuth1Revoke = new("https://www.google.com/accounts/AuthSubRevokeToken");
    private static readonly Uri OAuth2Info = new("https://www.googleapis.com/oauth2/v1/tokeninfo");

    public static async Task<int> InfoAsync(Invocation invocation, CancellationToken stop)
    {
        var kept = await FindAsync(await StoreOptions.OpenAsync(invocation, stop), invocation, stop);
        var fields = kept.Token is OAuth2Token token ? await OAuth2FieldsAsync(invocation, token, stop)
            : Lines(await AskAsync(invocation, kept, OAuth1Info, stop));
        List<string> scopes = [.. fields.Where(f => f.Name.Equals("scope", StringComparison.OrdinalIgnoreCase)).SelectMany(f => f.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        if (invocation.Arguments.Has(JsonOutput.Option))
        {
            JsonOutput.Write(invocation.Shell.Out, new(kept.Name, kept.Owner?.Id, scopes, fields.DistinctBy(f => f.Name, StringComparer.Ordinal).ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal)), JsonOutput.Types.TokenInfoView);
            return ExitCode.Fine;
        }

        foreach (var (name, value) in fields)
        {
            invocation.Shell.Out.WriteLine($"{name}: {value}");
        }

        return ExitCode.Fine;
    }

    public static async Task<int> RevokeAsync(Invocation invocation, CancellationToken stop)
    {
        var store = await StoreOptions.OpenAsync(invocation, stop);
        var kept = await FindAsync(store, invocation, stop);
        if (kept.Token is OAuth2Token token)
        {
            await OAuth2Owner.Client(invocation.Shell, kept).RevokeAsync(token, stop);
        }
        else
        {
            _ = await AskAsync(invocation, kept, OAuth1Revoke, stop);
        }

        await store.RemoveAsync(kept.Name!, stop);
        TokenCommands.WriteRemoved(invocation, kept.Name!, $"{kept.Name} is revoked, and forgotten here.");
        return ExitCode.Fine;
    }

    private static async Task<KeptToken> FindAsync(EncryptedFileTokenStore store, Invocation invocation, CancellationToken stop)
    {
        var kept = await StoreOptions.FindAsync(store, invocation.Arguments.Words[0], stop);
        return kept.Owner?.Provider is { } provider
            ? throw CliException.Usage($"{kept.Name} is a token of {provider}, which has no such service for tokens.", "End it on the provider's pages; valetkey token remove forgets it here.")
            : kept;
    }

    private static async Task<string> AskAsync(Invocation invocation, KeptToken kept, Uri service, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Google.Of(invocation.Shell).Hosts.Locate(service));
        await SigningOptions.Credentials(invocation, kept).AuthorizeAsync(request, stop);
        return await SendAsync(invocation, request, stop);
    }

    private static async Task<IReadOnlyList<(string Name, string Value)>> OAuth2FieldsAsync(Invocation invocation, OAuth2Token token, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Google.Of(invocation.Shell).Hosts.Locate(OAuth2Info))
        {
            Content = new FormUrlEncodedContent([new("access_token", token.AccessToken.Reveal())]),     // in the body, since addresses are logged
        };
        using var json = JsonDocument.Parse(await SendAsync(invocation, request, stop));
        return [.. json.RootElement.EnumerateObject().Select(f => (f.Name, f.Value.ToString()))];
    }

    private static async Task<string> SendAsync(Invocation invocation, HttpRequestMessage request, CancellationToken stop)
    {
        using var own = invocation.Shell.Http is null ? Sending.Client() : null;
        using var answer = await (invocation.Shell.Http ?? own!).SendAsync(request, stop);
        var body = await answer.Content.ReadAsStringAsync(stop);
        return answer.IsSuccessStatusCode ? body : throw Sending.Refusal(answer, body);
    }

    private static List<(string Name, string Value)> Lines(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('=', 2)).Where(p => p.Length == 2).Select(p => (p[0], p[1].Trim()))];
}
