using System.Globalization;
using System.Text;

namespace ValetKey.OAuth.Tests.OAuth1;

public sealed class OAuth1ProvidersTests
{
    public static TheoryData<string> Ids => [.. OAuth1Providers.All.Select(provider => provider.Id)];

    [Theory, MemberData(nameof(Ids))]
    public void Each_has_addresses_that_can_be_used(string id)
    {
        var provider = OAuth1Providers.Find(id)!;
        Assert.True(provider.Source.IsAbsoluteUri);
        Assert.True(provider.SignatureMethods.Count > 0 && provider.TokenMethod is "GET" or "POST");
        Assert.True(provider.Permissions.Count == 0 || provider.PermissionParameter is not null);
        Assert.True(Uri.TryCreate(provider.ApiUrl.Replace("{host}", "example", StringComparison.Ordinal), UriKind.Absolute, out _));
        if (!provider.HasFlow)
        {
            Assert.Throws<InvalidOperationException>(() => provider.EndpointsAt("example.com"));
            Assert.NotNull(provider.Note);
            return;
        }

        var endpoints = provider.EndpointsAt("example.com");
        Assert.All([endpoints.RequestToken, endpoints.Authorize, endpoints.AccessToken], address => Assert.Equal("https", address.Scheme));
    }

    [Fact]
    public void Are_in_the_order_of_their_names_with_ids_of_their_own()
    {
        Assert.Equal(OAuth1Providers.All.Select(p => p.Name).Order(StringComparer.OrdinalIgnoreCase), OAuth1Providers.All.Select(p => p.Name));
        Assert.Equal(OAuth1Providers.All.Count, OAuth1Providers.All.DistinctBy(p => p.Id).Count());
        Assert.Null(OAuth1Providers.Find("none"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("example.com/path")]
    [InlineData("evil.example@example.com")]
    [InlineData("a b")]
    public void Take_a_host_and_nothing_more(string? host) => Assert.Throws<ArgumentException>(() => OAuth1Providers.Jira.EndpointsAt(host));

    [Fact]
    public void Fit_a_consumer_or_say_what_it_lacks()
    {
        var consumer = OAuth1Providers.WooCommerce.Fit(new("k", "s") { Realm = "kept" });
        Assert.Equal((SignatureMethod.HmacSha1, ParameterTransmission.Query, "kept"), (consumer.SignatureMethod, consumer.Transmission, consumer.Realm));
        Assert.Equal(SignatureMethod.HmacSha256, OAuth1Providers.NetSuite.Fit(new("k", "s")).SignatureMethod);
        Assert.Throws<ArgumentException>(() => OAuth1Providers.Mastercard.Fit(new("k", "s")));
    }

    [Fact]
    public void Stand_in_the_docs_as_they_are()
    {
        var table = new StringBuilder("| provider | id | tokens | signed by | travels in | to know |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var provider in OAuth1Providers.All)
        {
            table.Append(CultureInfo.InvariantCulture, $"| [{provider.Name}]({provider.Source.OriginalString}) | `{provider.Id}` | {Tokens(provider)} | {string.Join(", ", provider.SignatureMethods)} | {provider.Transmission.ToString().ToLowerInvariant()} | {string.Join("; ", ToKnow(provider))} |\n");
        }

        var page = Path.Combine(Root(), "docs", "providers.md");
        if (Environment.GetEnvironmentVariable("DOCS") == "write")
        {
            var text = File.ReadAllText(page);
            var start = text.IndexOf("| provider |", StringComparison.Ordinal);
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            File.WriteAllText(page, $"{text[..start]}{table.ToString().TrimEnd()}{text[end..]}");
        }

        Assert.Contains(table.ToString(), File.ReadAllText(page), StringComparison.Ordinal);
    }

    private static string Tokens(OAuth1Provider provider) => !provider.HasTokens ? "none" : provider.HasFlow ? $"flow ({provider.TokenMethod})" : "made on its pages";

    private static IEnumerable<string> ToKnow(OAuth1Provider provider)
    {
        IEnumerable<string?> facts =
        [
            provider.Retired is null ? null : $"retired: {provider.Retired}",
            provider.HasVerifier ? null : "revision 1.0, no verifier",
            provider.CallbackAtAuthorize ? "callback at the consent page" : null,
            provider.PermissionParameter is null ? null : $"`{provider.PermissionParameter}` ({string.Join(", ", provider.Permissions)}) with the {(provider.PermissionAtRequest ? "request token" : "consent page")}",
            provider.Realm is null ? null : $"realm: {provider.Realm}",
            provider.BodyHash ? "`oauth_body_hash`" : null,
            provider.HasSessions ? "session handle" : null,
            provider.NeedsUserAgent ? "`User-Agent` needed" : null,
            provider.TokenLifetime is null ? null : $"token lives {provider.TokenLifetime}",
            provider.Note?.TrimEnd('.'),
        ];
        return facts.OfType<string>();
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ValetKey.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside of the repository.");
        }

        return folder.FullName;
    }
}
