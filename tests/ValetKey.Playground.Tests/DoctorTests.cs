using System.Net;
using ValetKey.Playground.Tests.Browsing;
using ValetKey.Playground.Tests.Provider;

namespace ValetKey.Playground.Tests;

public sealed class DoctorTests
{
    [Fact]
    public async Task The_example_is_diagnosed_with_certainty_and_both_base_strings()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();

        var page = await (await browser.OpenAsync("/playground/doctor")).PressAsync("Try an example");

        Assert.Contains("Certain: this gives the very signature that arrived", page.Text, StringComparison.Ordinal);
        Assert.Contains("The form body was not signed", page.Text, StringComparison.Ordinal);
        Assert.Contains("<mark>%26status%3DTea%2520%2526%2520cake</mark>", page.Html, StringComparison.Ordinal);
        Assert.Contains("status in the form body", page.Text, StringComparison.Ordinal);
        Assert.Contains("oauth_problem=signature_invalid", page.Text, StringComparison.Ordinal);
        Assert.EndsWith("#diagnosis", browser.Visited[^1].AbsoluteUri, StringComparison.Ordinal);
        Assert.Empty(host.Provider.Received);
    }

    [Fact]
    public async Task What_was_typed_stays_in_the_form_and_is_examined_as_it_is_changed()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();
        var page = await (await browser.OpenAsync("/playground/doctor")).PressAsync("Try an example");
        var request = page["request"];

        page = await page.Type("request", request.Replace("status=Tea%20%26%20cake", "", StringComparison.Ordinal)).PressAsync("Examine");

        Assert.Contains("The signature is right", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("status=", page["request"], StringComparison.Ordinal);

        page = await page.PressAsync("Start over");
        Assert.Equal(("", ""), (page["request"], page["doctor_consumer_secret"]));
        Assert.Contains("Nothing was examined yet", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_secrets_it_says_what_is_missing()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();
        var page = await (await browser.OpenAsync("/playground/doctor")).PressAsync("Try an example");

        page = await page.Type("doctor_consumer_secret", "").Type("doctor_token_secret", "").PressAsync("Examine");

        Assert.Contains("Without the consumer secret no signature can be computed.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_behind_a_proxy_is_named()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();
        var page = await (await browser.OpenAsync("/playground/doctor")).PressAsync("Try an example");

        page = await page
            .Type("request", page["request"].Replace("https://", "http://", StringComparison.Ordinal).Replace("status=Tea%20%26%20cake", "", StringComparison.Ordinal))
            .Type("forwarded", "X-Forwarded-Proto: https\nX-Forwarded-Host: api.shop.example")
            .Type("server_time", "1795559004")
            .PressAsync("Examine");

        Assert.Contains("A proxy ended TLS", page.Text, StringComparison.Ordinal);
        Assert.Contains("oauth_timestamp is -4 s from the server's clock", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hello", "No request was recognised")]
    [InlineData("curl 'https://h/", "A quote is not closed")]
    [InlineData("{\"a\":", "begins like JSON and is none")]
    public async Task What_is_no_request_is_answered_with_what_to_do(string request, string says)
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();

        var page = await (await browser.OpenAsync("/playground/doctor")).Type("request", request).PressAsync("Examine");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(says, page.Text, StringComparison.Ordinal);
        Assert.Equal(request, page["request"]);
        Assert.EndsWith("#steps", browser.Visited[^1].AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_or_clock_is_answered_with_what_to_give()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();
        var page = await (await browser.OpenAsync("/playground/doctor")).PressAsync("Try an example");

        Assert.Contains("PUBLIC KEY", (await page.Type("rsa_key", "no key").PressAsync("Examine")).Text, StringComparison.Ordinal);
        Assert.Contains("seconds since 1970", (await page.Type("rsa_key", "").Type("server_time", "noon").PressAsync("Examine")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_stand_in_their_own_fields_alone_and_nowhere_else()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();
        const string Secret = "marked-secret-of-the-test";

        var page = await (await browser.OpenAsync("/playground/doctor")).PressAsync("Try an example");
        page = await page.Type("doctor_consumer_secret", Secret).PressAsync("Examine");

        Assert.Contains("Another secret was used", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, page.Text, StringComparison.Ordinal);
        Assert.Equal(2, page.Html.Split(Secret).Length);
        Assert.DoesNotContain(Secret, host.Log.Text, StringComparison.Ordinal);
        Assert.All(browser.Visited, address => Assert.Equal("", address.Query));
    }

    [Theory]
    [InlineData("GET https://h/p?</pre><script>alert(1)</script>=1\nAuthorization: OAuth oauth_consumer_key=\"k\", oauth_nonce=\"n\", oauth_timestamp=\"1\", oauth_signature_method=\"HMAC-SHA1\", oauth_signature=\"x\"")]
    [InlineData("GET https://h/p\nAuthorization: OAuth %3Cscript%3Ealert(1)%3C%2Fscript%3E=\"k\", %3Cscript%3Ealert(1)%3C%2Fscript%3E=\"k\", oauth_signature_method=\"HMAC-SHA1\", oauth_signature=\"x\"")]
    public async Task What_was_pasted_is_shown_as_text(string request)
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();

        var page = await (await browser.OpenAsync("/playground/doctor")).Type("request", request).Type("doctor_consumer_secret", "secret").PressAsync("Examine");

        Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signed_exchange_that_failed_can_be_brought_to_the_doctor()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var browser = host.NewBrowser();
        var page = await OAuth1TabTests.AccessTokenAsync(host, browser);
        Assert.False(page.Has("Ask the doctor"));

        page = await page.Type("url", new Uri(host.Origin, "/nothing/here?size=1").AbsoluteUri).PressAsync("Execute");
        page = await page.PressAsync("Ask the doctor");

        Assert.Contains("The signature is right", page.Text, StringComparison.Ordinal);
        Assert.Contains($"GET {host.Origin}nothing/here?size=1", page["request"], StringComparison.Ordinal);
        Assert.Equal(FakeProvider.ConsumerSecret, page["doctor_consumer_secret"]);
    }
}
