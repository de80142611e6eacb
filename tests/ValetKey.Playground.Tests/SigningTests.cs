using System.Security.Cryptography;

namespace ValetKey.Playground.Tests;

/// <summary>What the choices of the second step do to the requests.</summary>
public sealed class SigningTests
{
    [Theory]
    [InlineData("HMAC-SHA1")]
    [InlineData("HMAC-SHA256")]
    [InlineData("HMAC-SHA512")]
    [InlineData("RSA-SHA1")]
    [InlineData("RSA-SHA256")]
    [InlineData("RSA-SHA512")]
    [InlineData("PLAINTEXT")]
    public async Task Signs_by_every_method(string method)
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();
        using var key = RSA.Create(2048);
        host.Provider.Tokens.PublicKey = key;

        var page = (await OAuth1TabTests.ReadyAsync(browser)).Type("signature_method", method).Type("private_key", key.ExportPkcs8PrivateKeyPem());
        page = await page.PressAsync("Request token");

        Assert.StartsWith("4/", page["auth_token"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Header")]
    [InlineData("Query")]
    [InlineData("Body")]
    public async Task Sends_the_parameters_where_one_wants_them(string transmission)
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();

        var page = await (await OAuth1TabTests.ReadyAsync(browser)).Type("transmission", transmission).PressAsync("Request token");

        Assert.StartsWith("4/", page["auth_token"], StringComparison.Ordinal);
        Assert.Equal(transmission == "Header", host.Provider.LastHeaders.Authorization.ToString().Contains("oauth_signature", StringComparison.Ordinal));
        Assert.Equal(transmission == "Query", host.Provider.Received[^1].Contains("oauth_signature=", StringComparison.Ordinal));
        Assert.Equal(transmission == "Body", host.Provider.LastBody.Contains("oauth_signature=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sends_timestamp_nonce_realm_and_display_name_that_were_typed()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();

        await (await OAuth1TabTests.ReadyAsync(browser)).Type("oauth_timestamp", "1795522000").Type("oauth_nonce", "my-nonce").Type("realm", "my realm").Type("xoauth_displayname", "My & job").PressAsync("Request token");

        var header = host.Provider.LastHeaders.Authorization.ToString();
        Assert.Contains("oauth_timestamp=\"1795522000\"", header, StringComparison.Ordinal);
        Assert.Contains("oauth_nonce=\"my-nonce\"", header, StringComparison.Ordinal);
        Assert.Contains("realm=\"my realm\"", header, StringComparison.Ordinal);
        Assert.Contains("xoauth_displayname=My+%26+job", host.Provider.LastBody.Replace("%20", "+", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_the_signature_apart_with_the_source_of_every_part()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();

        var page = await (await OAuth1TabTests.ReadyAsync(browser)).PressAsync("Request token");

        Assert.Contains("1 · Base string", page.Text, StringComparison.Ordinal);
        Assert.Contains($"POST & http%3A%2F%2F127.0.0.1%3A{host.Origin.Port}%2Faccounts%2FOAuthGetRequestToken & oauth_callback%3D", page.Text.Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("demo-••••&", page.Text, StringComparison.Ordinal);
        Assert.Contains("3 · Signature: base64 of HMAC-SHA1", page.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#scopes\">the chosen scopes</a>", page.Html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#consumer_key\">consumer_key</a>", page.Html, StringComparison.Ordinal);
    }
}
