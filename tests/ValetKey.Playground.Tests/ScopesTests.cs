namespace ValetKey.Playground.Tests;

public sealed class ScopesTests
{
    [Fact]
    public async Task Of_ones_own_are_added_and_removed_as_chips()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();

        var page = await (await browser.OpenAsync("/playground/oauth1")).Type("scope_text", "https://www.blogger.com/feeds/").PressAsync("Add");
        Assert.Contains("<li class=\"chip\"><span>https://www.blogger.com/feeds/</span>", page.Html, StringComparison.Ordinal);
        page = await page.PostAsync("/playground/oauth1/remove-scope", new KeyValuePair<string, string>("remove", "https://www.blogger.com/feeds/"));

        Assert.DoesNotContain("blogger", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_added_by_Enter_when_an_address_was_typed_and_filtered_when_words_were()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();

        var page = await (await browser.OpenAsync("/playground/oauth1")).Type("scope_text", "https://www.blogger.com/feeds/").PostAsync("/playground/oauth1/save");
        Assert.Contains("<span>https://www.blogger.com/feeds/</span>", page.Html, StringComparison.Ordinal);
        page = await page.Type("scope_text", "nick").PostAsync("/playground/oauth1/save");

        Assert.Contains("Nicknames", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Calendars and events", page.Text, StringComparison.Ordinal);
        Assert.Contains("<span>https://www.blogger.com/feeds/</span>", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stay_chosen_while_the_filter_hides_them()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();

        var page = await (await browser.OpenAsync("/playground/oauth1")).Type("scope", PlaygroundHost.UserScope).Type("scope_text", "calendar").PostAsync("/playground/oauth1/save");
        page = await page.Type("scope_text", "").PostAsync("/playground/oauth1/save");

        Assert.Equal(PlaygroundHost.UserScope, page["scope"]);
    }

    [Fact]
    public async Task Of_OAuth_2_alone_are_not_offered_for_OAuth_1()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();

        Assert.DoesNotContain("openid", (await browser.OpenAsync("/playground/oauth1")).Text, StringComparison.Ordinal);
        Assert.Contains("openid", (await browser.OpenAsync("/playground/oauth2")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("qu\"ote")]
    [InlineData("ümlaut")]
    public async Task That_no_server_can_know_are_refused_with_words(string scope)
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();

        var page = await (await browser.OpenAsync("/playground/oauth1")).Type("scope_text", scope).PressAsync("Add");

        Assert.Contains("A scope has no blanks, quotes or letters outside ASCII.", page.Text, StringComparison.Ordinal);
    }
}
