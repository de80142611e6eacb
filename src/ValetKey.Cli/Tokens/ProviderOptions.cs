using ValetKey.Cli.Parsing;
using ValetKey.OAuth;

namespace ValetKey.Cli.Tokens;

/// <summary>Whose tokens: Google's, those of a known provider, or of any by its three addresses.</summary>
internal static class ProviderOptions
{
    public static readonly Option Provider = new("--provider", $"{string.Join(", ", OAuth1Providers.All.Select(p => p.Id))}; Google unless said otherwise", "NAME") { Choices = [.. OAuth1Providers.All.Select(p => p.Id)] };

    private static readonly Option Host = new("--host", "The customer's host or account, where the provider has many", "HOST");
    private static readonly Option RequestToken = new("--request-token-url", "Any other provider: where a request token is asked for", "URL");
    private static readonly Option Authorize = new("--authorize-url", "Where the user consents", "URL");
    private static readonly Option AccessToken = new("--access-token-url", "Where the request token is exchanged", "URL");

    public static IReadOnlyList<Option> All { get; } = [Provider, Host, RequestToken, Authorize, AccessToken];

    /// <summary>The flow, and how the provider is called in the store.</summary>
    /// <exception cref="CliException">No such provider, or not all three addresses.</exception>
    public static (OAuth1Flow Flow, string? Provider) Flow(Invocation invocation, OAuth1Consumer consumer)
    {
        var userAgent = $"valetkey/{CommandLineProgram.Version}";
        var arguments = invocation.Arguments;
        string?[] addresses = [arguments.Value(RequestToken), arguments.Value(Authorize), arguments.Value(AccessToken)];
        if (addresses.Any(a => a is not null))
        {
            return addresses is [{ } first, { } second, { } third]
                ? (new(consumer, new(AddressOf(first), AddressOf(second), AddressOf(third)), invocation.Shell.Http) { UserAgent = userAgent }, AddressOf(second).Host)
                : throw CliException.Usage("A provider has three addresses.", "Give --request-token-url, --authorize-url and --access-token-url together.");
        }

        return Find(invocation) is not { } provider
            ? (new(consumer, Google.Of(invocation.Shell).OAuth1, invocation.Shell.Http) { UserAgent = userAgent }, null)
            : (new(consumer, provider, arguments.Value(Host), invocation.Shell.Http) { UserAgent = userAgent }, provider.Id);
    }

    /// <summary>The known provider; <c>null</c> for Google.</summary>
    /// <exception cref="CliException">No such provider.</exception>
    public static OAuth1Provider? Find(Invocation invocation) => invocation.Arguments.Value(Provider) is not { } id || id == "google" ? null
        : OAuth1Providers.Find(id) ?? throw CliException.Usage($"There is no provider {id}.", $"Use one of google, {string.Join(", ", OAuth1Providers.All.Select(p => p.Id))}, or give the three addresses.");

    private static Uri AddressOf(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https" } ? uri
        : throw CliException.Usage($"'{text}' is no http or https address.", "Write it whole, as https://api.example.com/oauth/request_token.");
}
