using ValetKey.Playground.Tests.Browsing;
using ValetKey.Playground.Tests.Provider;

namespace ValetKey.Playground.Tests;

public sealed class SecretsTests
{
    [Fact]
    public async Task Of_OAuth_1_stand_in_their_own_fields_alone()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();

        var page = await (await OAuth1TabTests.AccessTokenAsync(host, browser)).PressAsync("Execute");

        AssertHidden(host, browser, page, [FakeProvider.ConsumerSecret, .. host.Provider.Tokens.Issued]);
    }

    [Fact]
    public async Task Of_PLAINTEXT_which_sends_them_as_they_are_are_masked_all_the_same()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();

        var page = await (await OAuth1TabTests.ReadyAsync(browser)).Type("signature_method", "PLAINTEXT").PressAsync("Request token");

        AssertHidden(host, browser, page, [FakeProvider.ConsumerSecret, .. host.Provider.Tokens.Issued]);
        Assert.Contains(FakeProvider.ConsumerSecret, host.Provider.LastHeaders.Authorization.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_OAuth_2_stand_in_their_own_fields_alone()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();
        var asked = await OAuth2TabTests.AuthorizeAsync(await OAuth2TabTests.ReadyAsync(browser));

        var page = await OAuth2TabTests.ReturnAsync(browser, $"?code={OAuth2TabTests.Code(host, asked)}&state={asked["state"]}");
        AssertHidden(host, browser, page, [FakeProvider.ClientSecret, .. host.Provider.Tokens.Issued]);
        page = await page.PressAsync("Exchange code for tokens");
        page = await page.PressAsync("Refresh access token");
        page = await page.PressAsync("Execute");

        AssertHidden(host, browser, page, [FakeProvider.ClientSecret, .. host.Provider.Tokens.Issued]);
    }

    // The callback alone brings what the provider puts there, and is left at once by 303.
    private static void AssertHidden(PlaygroundHost host, Browser browser, Page page, IReadOnlyList<string> secrets)
    {
        Assert.NotEmpty(secrets);
        Assert.All(secrets, secret =>
        {
            Assert.DoesNotContain(secret, page.Text, StringComparison.Ordinal);
            Assert.InRange(page.Html.Split(secret).Length - 1, 0, 1);
            Assert.DoesNotContain(secret, host.Log.Text, StringComparison.Ordinal);
            Assert.All(
                browser.Visited.Where(address => !address.AbsolutePath.EndsWith("/callback", StringComparison.Ordinal)),
                address => Assert.DoesNotContain(secret, Uri.UnescapeDataString(address.AbsoluteUri), StringComparison.Ordinal));
        });
    }
}
