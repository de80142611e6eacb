using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ValetKey.Playground.Tests;

public sealed class AnswersTests
{
    [Fact]
    public async Task Without_end_are_cut_at_2_MiB_and_say_so()
    {
        await using var host = await PlaygroundHost.StartAsync(routes: r => r.MapGet("/endless", async http =>
        {
            http.Response.ContentType = "text/plain";
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await http.Response.WriteAsync(new string('x', 64 * 1024), http.RequestAborted);
            }
        }));
        using var browser = host.NewBrowser();

        var page = await (await UseItTests.ReadyAsync(browser)).Type("url", "/endless").PressAsync("Execute");

        Assert.Contains("Cut at 2 MiB.", page.Text, StringComparison.Ordinal);
        Assert.InRange(page.Html.Length, 2 * 1024 * 1024, 3 * 1024 * 1024);
    }

    [Fact]
    public async Task That_never_begin_are_given_up_after_15_seconds()
    {
        var asked = new TaskCompletionSource();
        await using var host = await PlaygroundHost.StartAsync(routes: r => r.MapGet("/silent", http =>
        {
            asked.SetResult();
            return Task.Delay(Timeout.Infinite, http.RequestAborted);
        }));
        using var browser = host.NewBrowser();

        var executed = (await UseItTests.ReadyAsync(browser)).Type("url", "/silent").PressAsync("Execute");
        await asked.Task.WaitAsync(TestContext.Current.CancellationToken);
        host.Time.Advance(TimeSpan.FromSeconds(15));

        Assert.Contains("No answer within 15 s.", (await executed).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_are_no_text_are_not_unpacked_and_not_shown()
    {
        await using var host = await PlaygroundHost.StartAsync(routes: r => r.MapGet("/zip", async http =>
        {
            http.Response.ContentType = "text/plain";
            http.Response.Headers.ContentEncoding = "gzip";
            await using var zip = new GZipStream(http.Response.Body, CompressionLevel.Fastest);
            await zip.WriteAsync(new byte[10 * 1024 * 1024], http.RequestAborted);
        }));
        using var browser = host.NewBrowser();

        var page = await (await UseItTests.ReadyAsync(browser)).Type("url", "/zip").PressAsync("Execute");

        Assert.Contains("These bytes are no text and are not shown.", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("</pre></main><iframe src=javascript:alert(1)>")]
    [InlineData("<a href=\"javascript:alert(1)\" hx-get=\"/x\">x</a>")]
    [InlineData("{{7*7}}<svg/onload=alert(1)>")]
    public async Task Are_text_and_never_markup(string payload)
    {
        await using var host = await PlaygroundHost.StartAsync(routes: r => r.MapGet("/evil/{kind}", (string kind) => Results.Text(payload, kind.Replace('-', '/'))));
        using var browser = host.NewBrowser();
        var page = await UseItTests.ReadyAsync(browser);

        foreach (var kind in (string[])["text-html", "application-xml", "application-json", "text-plain"])
        {
            page = await page.Type("url", $"/evil/{kind}").PressAsync("Execute");
            Assert.DoesNotContain(payload, page.Html, StringComparison.Ordinal);
            Assert.DoesNotMatch("(?i)<(script(?! type=\"module\")|img|iframe|svg/)", page.Html);
        }
    }

    [Fact]
    public async Task With_characters_that_turn_the_reading_direction_show_them_written_out()
    {
        await using var host = await PlaygroundHost.StartAsync(routes: r => r.MapGet("/bidi", () => Results.Text("a\u202Eb")));
        using var browser = host.NewBrowser();

        var page = await (await UseItTests.ReadyAsync(browser)).Type("url", "/bidi").PressAsync("Execute");

        Assert.Contains("a‹U+202E›b", page.Text, StringComparison.Ordinal);
    }
}
